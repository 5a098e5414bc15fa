import { announce, Button, TextField } from '@modu/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import qrcode from 'qrcode-generator';
import { tellSessionChange } from '../../../lib/auth/index.ts';
import { confirmSecondStep } from '../../../lib/auth/second-step.ts';
import type { PreparedSecondStep } from '../../../lib/auth/second-step.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { SignProblem } from '../../session/index.ts';

/** The picture for the app, the codes for the day when it is lost, and the first code that shows that it works. */
export function ScanAndConfirm({ prepared: { uri, backupCodes } }: { readonly prepared: PreparedSecondStep }) {
  const { t } = useTranslation(['security', 'session']);
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => confirmSecondStep(code.replaceAll(' ', '')),
    onSuccess: () => {
      tellSessionChange('signed-in');
      announce(t('security:secondStepIsOn'));
    },
  });
  const squares = useMemo(() => drawSquares(uri), [uri]);
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <form
      className="person__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (code !== '') confirm.mutate();
      }}
    >
      <p>{t('security:scanWords')}</p>
      <svg
        className="person__qr"
        viewBox={`0 0 ${squares.size} ${squares.size}`}
        role="img"
        aria-label={t('security:scan')}
      >
        <path d={squares.path} fill="black" shapeRendering="crispEdges" />
      </svg>
      <p className="person__aside">{t('security:scanByHand')}</p>
      <code className="person__secret ui-mono">{secret}</code>
      <p>{t('security:codesWords')}</p>
      <ul className="person__codes ui-mono">
        {backupCodes.map((backup) => (
          <li key={backup}>{backup}</li>
        ))}
      </ul>
      <TextField
        label={t('session:code')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        mono
        value={code}
        onChange={setCode}
      />
      <SignProblem error={confirm.error} />
      <Button type="submit" variant="primary" isDisabled={code === ''} isPending={confirm.isPending}>
        {t('security:scanConfirm')}
      </Button>
    </form>
  );
}

/** The dark squares of a QR code as one path, a unit a square. */
function drawSquares(text: string): { readonly size: number; readonly path: string } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  const rows = Array.from({ length: size }, (_, index) => index);
  const path = rows.flatMap((y) => rows.filter((x) => code.isDark(y, x)).map((x) => `M${x} ${y}h1v1h-1z`)).join('');
  return { size, path };
}
