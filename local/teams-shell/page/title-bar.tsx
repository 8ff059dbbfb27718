import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  Tooltip,
} from "@fluentui/react-components";
import { DarkThemeRegular, LightbulbRegular } from "@fluentui/react-icons";
import { barHover, useBarButtonStyles } from "./bar-button-styles.ts";
import { BankHolidayControl } from "./clock/bank-holiday-control.tsx";
import { ClockControl } from "./clock/clock-control.tsx";
import { FaultPanel } from "./faults/fault-panel.tsx";
import type { HintsChoice } from "./hints.tsx";
import type { TeamsTheme } from "./tab/host.ts";
import { themes } from "./themes.ts";

const useStyles = makeStyles({
  bar: {
    gridArea: "title",
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    minHeight: "48px",
    boxSizing: "border-box",
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    [barHover.foreground]: tokens.colorNeutralForegroundOnBrand,
    [barHover.background]: tokens.colorBrandBackgroundHover,
    "@media (max-width: 639px)": { padding: `0 ${tokens.spacingHorizontalXS}` },
  },
  quiet: {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    [barHover.foreground]: tokens.colorNeutralForeground1Hover,
    [barHover.background]: tokens.colorNeutralBackground1Hover,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  council: {
    flexGrow: 1,
    minWidth: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
    "@media (max-width: 639px)": { display: "none" },
  },
});

type TitleBarProps = {
  readonly council: string;
  readonly theme: TeamsTheme;
  readonly onTheme: (theme: TeamsTheme) => void;
  readonly hints: HintsChoice;
};

/** The bar across the top: whose estate this is, what time it is there, and how it all looks. */
export function TitleBar({ council, theme, onTheme, hints }: TitleBarProps) {
  const styles = useStyles();
  const barButton = useBarButtonStyles();
  return (
    <header className={mergeClasses(styles.bar, theme === "contrast" && styles.quiet)}>
      <span className={styles.council}>{council}</span>
      <ClockControl />
      <BankHolidayControl />
      <FaultPanel />
      <Tooltip content="What to try first" relationship="label">
        <Button
          appearance="transparent"
          className={barButton.button}
          icon={<LightbulbRegular />}
          aria-expanded={hints.areShown}
          onClick={hints.areShown ? hints.hide : hints.show}
        />
      </Tooltip>
      <Menu
        checkedValues={{ theme: [theme] }}
        onCheckedValueChange={(_, { checkedItems }) => onTheme(checkedItems[0] as TeamsTheme)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Tooltip content="Theme" relationship="label">
            <Button
              appearance="transparent"
              className={barButton.button}
              icon={<DarkThemeRegular />}
            />
          </Tooltip>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {Object.entries(themes).map(([name, { label }]) => (
              <MenuItemRadio key={name} name="theme" value={name}>
                {label}
              </MenuItemRadio>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
