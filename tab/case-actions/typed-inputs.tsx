import { Input, type InputProps, Textarea } from "@fluentui/react-components";

/** A field hands its label and messages down as further props. */
type TypedProps = Pick<InputProps, "aria-labelledby"> & {
  readonly value: string;
  readonly onFill: (text: string) => void;
};

/** One line, or a text of about so many. */
export function WordsInput({ lines, onFill, ...field }: TypedProps & { readonly lines: number }) {
  if (lines === 1) return <Input {...field} onChange={(_event, { value }) => onFill(value)} />;
  return (
    <Textarea
      {...field}
      rows={lines}
      resize="vertical"
      onChange={(_event, { value }) => onFill(value)}
    />
  );
}

/** A number as it is typed: a number box would throw away what is not one before anybody could say so. */
export function NumberInput({ onFill, ...field }: TypedProps) {
  return (
    <Input
      {...field}
      inputMode="decimal"
      autoComplete="off"
      onChange={(_event, { value }) => onFill(value)}
    />
  );
}

type DayInputProps = TypedProps & {
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
};

/** A day, with the calendar the device knows. */
export function DayInput({ earliest, latest, onFill, ...field }: DayInputProps) {
  const limits = {
    ...(earliest === undefined ? {} : { min: earliest }),
    ...(latest === undefined ? {} : { max: latest }),
  };
  return (
    <Input {...field} {...limits} type="date" onChange={(_event, { value }) => onFill(value)} />
  );
}
