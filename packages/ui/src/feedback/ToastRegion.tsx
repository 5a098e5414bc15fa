import { X } from 'lucide-react';
import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
} from 'react-aria-components/Toast';
import { Button } from '../button/Button.tsx';
import { IconButton } from '../button/IconButton.tsx';
import { NoticeIcon } from './Notice.tsx';
import { toasts } from './toast-queue.ts';
import './feedback.css';
import './toast.css';

export interface ToastRegionProps {
  readonly label: string;
  readonly closeLabel: string;
}

/** Where toasts appear: a landmark (F6 goes there) at the lower edge; they wait while pointed at or focused. Mounted once. */
export function ToastRegion({ label, closeLabel }: ToastRegionProps) {
  return (
    <AriaToastRegion queue={toasts} aria-label={label} className="ui-toasts">
      {({ toast }) => (
        <AriaToast toast={toast} className="ui-toast" data-tone={toast.content.tone}>
          <NoticeIcon tone={toast.content.tone} />
          <AriaToastContent className="ui-toast__words">
            <Text slot="title">{toast.content.words}</Text>
          </AriaToastContent>
          {toast.content.action !== undefined && (
            <Button
              variant="quiet"
              onPress={() => {
                toast.content.action?.onAction();
                toasts.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <IconButton slot="close" label={closeLabel} icon={<X size={16} strokeWidth={1.5} aria-hidden />} />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}
