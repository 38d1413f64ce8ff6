import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** An input with its label, a hint, and what is wrong with it, all tied together for screen readers. */
export function Field({ label, hint, wrong, type = 'text', ...input }: FieldProps) {
  const id = useId();
  const about = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        type={type}
        id={id}
        aria-invalid={wrong ? 'true' : undefined}
        aria-describedby={about || undefined}
      />
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

/** What a field is made of. */
export interface FieldProps {
  label: string;
  name: string;
  type?: 'text' | 'search' | 'datetime-local';
  hint?: ComponentChildren;
  /** What is wrong with the value, for people. */
  wrong?: string | undefined;
  /** Which keyboard a phone shows. */
  inputMode?: 'text' | 'email' | 'search';
  autocomplete?: 'email' | 'name' | 'off';
  placeholder?: string;
  value?: string;
  maxLength?: number;
  /** The id of a `datalist` to choose from. */
  list?: string;
  onInput?: (event: InputEvent & { currentTarget: HTMLInputElement }) => void;
}
