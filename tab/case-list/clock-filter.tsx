import type { ListSummary, ListView } from "#api/contract/case-list.ts";
import { CountedChoices } from "../ui/counted-choices.tsx";

type ClockFilterProps = {
  readonly summary: ListSummary;
  readonly view: ListView;
  readonly onShow: (view: ListView) => void;
};

/** The list in numbers; each number shows what it counts. */
export function ClockFilter({ summary, view, onShow }: ClockFilterProps) {
  const { clock: chosen, ...others } = view;
  const { open, more, pressing } = summary;
  const plus = more ? "+" : "";
  return (
    <CountedChoices
      all={`${open}${plus} open`}
      parts={pressing
        .filter(({ count, state }) => count > 0 || state === chosen)
        .map(({ state, words, count }) => ({ id: state, words: `${count}${plus} ${words}` }))}
      chosen={chosen}
      onChoose={(clock) => onShow(clock === undefined ? others : { ...others, clock })}
    />
  );
}
