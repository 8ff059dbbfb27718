import { FluentProvider, makeStyles, teamsLightTheme, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  page: { minHeight: "100vh", boxSizing: "border-box", padding: tokens.spacingHorizontalXXL },
});

/** Shown when the page was opened outside Teams, which alone can say who is asking. */
export function NotInTeams() {
  return (
    <FluentProvider theme={teamsLightTheme} className={useStyles().page}>
      <h1>Open Redress in Microsoft Teams</h1>
      <p>
        Redress uses your Teams sign-in, so it only works inside Teams. Go to Teams, choose Apps,
        then Redress.
      </p>
    </FluentProvider>
  );
}
