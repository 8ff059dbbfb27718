import {
  Avatar,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { PersonAddRegular } from "@fluentui/react-icons";
import { type SyntheticEvent, useState } from "react";
import { useNavigate } from "react-router";
import { z } from "zod";
import type { Citizen } from "../../api.ts";
import { pathOf } from "../routes.ts";
import { Unseen } from "../unseen.tsx";

const useStyles = makeStyles({
  trigger: { justifyContent: "flex-start", minWidth: 0 },
  name: {
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    flexGrow: 1,
    textAlign: "start",
  },
});

type CitizenPickerProps = {
  readonly citizens: readonly Citizen[];
  readonly personId: string;
  readonly address: string;
};

/** Chooses whose mailbox is shown: a resident of the estate, or any other address. */
export function CitizenPicker({ citizens, personId, address }: CitizenPickerProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const name = citizens.find((citizen) => citizen.address === address)?.name ?? address;
  const become = (chosen: string) =>
    void navigate(pathOf({ personId, view: "citizen", detail: chosen }));
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            className={styles.trigger}
            icon={<Avatar aria-hidden name={name} color="colorful" size={24} />}
          >
            <span className={styles.name}>
              <Unseen>Citizen: </Unseen>
              {name}
            </span>
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {citizens.map((citizen) => (
              <MenuItem
                key={citizen.address}
                icon={<Avatar aria-hidden name={citizen.name} color="colorful" size={24} />}
                subText={citizen.address}
                onClick={() => become(citizen.address)}
              >
                {citizen.name}
              </MenuItem>
            ))}
            <MenuDivider />
            <MenuItem icon={<PersonAddRegular />} onClick={() => setAsking(true)}>
              Someone else…
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isAsking && <AddressDialog onChosen={become} onClose={() => setAsking(false)} />}
    </>
  );
}

type AddressDialogProps = {
  readonly onChosen: (address: string) => void;
  readonly onClose: () => void;
};

function AddressDialog({ onChosen, onClose }: AddressDialogProps) {
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string>();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const email = z.email().safeParse(address.trim());
    if (email.success) {
      onClose();
      onChosen(email.data);
    } else {
      setProblem("Enter an e-mail address, such as name@example.org.");
    }
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface aria-describedby={undefined}>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>Write as someone else</DialogTitle>
            <DialogContent>
              <Field label="E-mail address" validationMessage={problem ?? null} required>
                <Input
                  type="email"
                  value={address}
                  onChange={(_, data) => setAddress(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>Cancel</Button>
              <Button type="submit" appearance="primary">
                Open their mailbox
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
