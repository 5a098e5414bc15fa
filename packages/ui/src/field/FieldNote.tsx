import { CircleAlert } from 'lucide-react';
import { Text } from 'react-aria-components/Text';

/** The problem line of a field: an icon and a sentence, wired to the field as its error message, said as it comes. */
export function FieldNote({ problem }: { readonly problem: string | undefined }) {
  if (problem === undefined) return null;
  return (
    <Text slot="errorMessage" role="alert" className="ui-field__problem">
      <CircleAlert size={16} strokeWidth={1.5} aria-hidden />
      <span>{problem}</span>
    </Text>
  );
}

/** The quiet sentence under a field, wired to it as its description. */
export function FieldHint({ hint }: { readonly hint: string | undefined }) {
  if (hint === undefined) return null;
  return (
    <Text slot="description" className="ui-field__hint">
      {hint}
    </Text>
  );
}
