import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";

const useStyles = makeStyles({ trigger: { flexShrink: 0, whiteSpace: "nowrap" } });

type ExampleMail = { readonly subject: string; readonly text: string };

const examples: readonly ExampleMail[] = [
  {
    subject: "Missed bin collection, third time this month",
    text: `Dear Sir or Madam,

My recycling at 14 Harbour Row was not collected on Tuesday. This is the third time this month. I reported the first two and nobody answered.

The crew drove past while I stood at the gate. I would like to know why this keeps happening, to have the bin emptied this week, and an apology.

Yours faithfully`,
  },
  {
    subject: "Damp in my child's bedroom",
    text: `I reported damp in the back bedroom of 3 Quay Court in September. A surveyor came in October and said someone would be in touch. Nobody has been.

My daughter has asthma and sleeps in that room. I want to make a formal complaint. Please write to me in large print.`,
  },
  {
    subject: "Council tax reminder after I had paid",
    text: `You sent me a final reminder for £168.40. I paid it on the 2nd and have the receipt. When I rang I was on hold for 50 minutes and then cut off.

Please correct my account and tell me what you will do about your telephone line.`,
  },
];

/** Offers a complaint ready to send, for a visitor who wants to see what happens to one. */
export function ExampleMenu({ onChosen }: { readonly onChosen: (example: ExampleMail) => void }) {
  const styles = useStyles();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" size="small" className={styles.trigger}>
          Use an example
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {examples.map((example) => (
            <MenuItem key={example.subject} onClick={() => onChosen(example)}>
              {example.subject}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
