import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { ArrowSort20Regular } from "@fluentui/react-icons/svg/arrow-sort";
import { Bookmark20Regular } from "@fluentui/react-icons/svg/bookmark";
import { Filter20Filled, Filter20Regular } from "@fluentui/react-icons/svg/filter";
import { Keyboard20Regular } from "@fluentui/react-icons/svg/keyboard";
import { useEffect, useState } from "react";
import type { ListSummary, ListView, QueueName } from "#api/contract/case-list.ts";
import { useChangeSavedLists, useSavedLists } from "../queries/saved-lists.ts";
import { useToast } from "../ui/toasts.tsx";
import { ListKeysDialog } from "./list-keys-dialog.tsx";
import { isNarrowed, isSameView } from "./list-view.ts";
import { SaveListDialog } from "./save-list-dialog.tsx";

const useStyles = makeStyles({
  tools: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  popover: { maxWidth: "min(360px, 92vw)" },
  header: { color: tokens.colorNeutralForeground2 },
  button: { minWidth: 0, maxWidth: "220px" },
});

// Between the button and the edge of the window, with a bar of its own when that is too little.
const whereItFits = { autoSize: true } as const;

const all = "all";

type ListToolsProps = {
  readonly queue: QueueName;
  readonly summary: ListSummary;
  readonly view: ListView;
  readonly onShow: (view: ListView) => void;
};

/** How the list is ordered, what it is narrowed to, and what somebody saved of that. */
export default function ListTools(props: ListToolsProps) {
  const { view, onShow } = props;
  const styles = useStyles();
  const [helps, setHelps] = useState(false);
  useHelpKey(() => setHelps(true));
  return (
    <div role="group" aria-label="Order and filters" className={styles.tools}>
      <SortMenu {...props} />
      <FilterMenu {...props} />
      {isNarrowed(view) && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => onShow(view.sort === undefined ? {} : { sort: view.sort })}
        >
          Show all
        </Button>
      )}
      <SavedMenu {...props} />
      <Tooltip content="Keys" relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<Keyboard20Regular />}
          onClick={() => setHelps(true)}
        />
      </Tooltip>
      {helps && <ListKeysDialog onClose={() => setHelps(false)} />}
    </div>
  );
}

/** A question mark shows the keys, unless somebody is writing one. */
function useHelpKey(onHelp: () => void): void {
  useEffect(() => {
    const help = ({ key, target }: globalThis.KeyboardEvent) => {
      const writes =
        target instanceof Element && target.closest("input,textarea,[contenteditable]");
      if (key === "?" && !writes) onHelp();
    };
    document.addEventListener("keydown", help);
    return () => document.removeEventListener("keydown", help);
  });
}

function SortMenu({ summary: { sorts }, view, onShow }: ListToolsProps) {
  const styles = useStyles();
  const usual = sorts[0]?.value ?? "due";
  const chosen = view.sort ?? usual;
  const words = sorts.find(({ value }) => value === chosen)?.words ?? "";
  const choose = (value: string | undefined) => {
    const { sort: _sort, ...filter } = view;
    const sort = sorts.find((each) => each.value === value && value !== usual)?.value;
    onShow(sort === undefined ? filter : { ...filter, sort });
  };
  return (
    <Menu
      positioning={whereItFits}
      checkedValues={{ sort: [chosen] }}
      onCheckedValueChange={(_event, { checkedItems }) => choose(checkedItems[0])}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          appearance="subtle"
          className={styles.button}
          icon={<ArrowSort20Regular />}
          aria-label={`Order: ${words}`}
        >
          {words}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {sorts.map(({ value, words: each }) => (
            <MenuItemRadio key={value} name="sort" value={value}>
              {each}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function FilterMenu({ summary: { filters }, view, onShow }: ListToolsProps) {
  const styles = useStyles();
  if (filters.length === 0) return null;
  const chosen = filters.flatMap(({ name, options }) =>
    options.filter(({ value }) => view[name] === value).map(({ words }) => words),
  );
  const choose = (name: keyof ListView, value: string | undefined) => {
    const { [name]: _before, ...others } = view;
    onShow(value === undefined || value === all ? others : { ...others, [name]: value });
  };
  const checkedValues = Object.fromEntries(filters.map(({ name }) => [name, [view[name] ?? all]]));
  return (
    <Menu
      positioning={whereItFits}
      checkedValues={checkedValues}
      onCheckedValueChange={(_event, { name, checkedItems }) =>
        choose(name as keyof ListView, checkedItems[0])
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          appearance={chosen.length > 0 ? "secondary" : "subtle"}
          className={styles.button}
          icon={chosen.length > 0 ? <Filter20Filled /> : <Filter20Regular />}
          aria-label={`Filter: ${chosen.length > 0 ? chosen.join(", ") : "none"}`}
        >
          {chosen.length > 0 ? chosen.join(", ") : "Filter"}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {filters.map(({ name, title, options }) => (
            <MenuGroup key={name}>
              <MenuGroupHeader className={styles.header}>{title}</MenuGroupHeader>
              <MenuItemRadio name={name} value={all}>
                Any
              </MenuItemRadio>
              {options.map(({ value, words, count }) => (
                <MenuItemRadio key={value} name={name} value={value} secondaryContent={`${count}`}>
                  {words}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function SavedMenu({ queue, view, onShow }: ListToolsProps) {
  const styles = useStyles();
  const toast = useToast();
  const change = useChangeSavedLists();
  const saved = useSavedLists().filter((each) => each.queue === queue);
  const [asks, setAsks] = useState(false);
  const current = saved.find((each) => isSameView(each.view, view));
  const forget = async (name: string) => {
    await change({ forget: { queue, name } });
    toast(`“${name}” is deleted.`);
  };
  return (
    <>
      <Menu positioning={whereItFits}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            size="small"
            appearance="subtle"
            className={styles.button}
            icon={<Bookmark20Regular />}
          >
            {current?.name ?? "Saved"}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover className={styles.popover}>
          <MenuList>
            {saved.map(({ name, view: kept }) => (
              <MenuItem key={name} onClick={() => onShow(kept)}>
                {name}
              </MenuItem>
            ))}
            {saved.length > 0 && <MenuDivider />}
            <MenuItem onClick={() => setAsks(true)}>Save this list as…</MenuItem>
            {current !== undefined && (
              <MenuItem onClick={() => void forget(current.name)}>Delete “{current.name}”</MenuItem>
            )}
          </MenuList>
        </MenuPopover>
      </Menu>
      {asks && (
        <SaveListDialog
          onSave={(name) => change({ save: { name, queue, view } })}
          onDone={(name) => {
            setAsks(false);
            toast(`Saved as “${name}”.`);
          }}
          onCancel={() => setAsks(false)}
        />
      )}
    </>
  );
}
