import { Toast, Toaster, ToastTitle, useToastController } from "@fluentui/react-components";
import { useCallback } from "react";

const toasterId = "redress";

/** Where the screen says, in passing, that something was done. */
export function Toasts() {
  return <Toaster toasterId={toasterId} position="bottom-end" />;
}

/** Says that something was done, without being in the way. */
export function useToast(): (message: string) => void {
  const { dispatchToast } = useToastController(toasterId);
  return useCallback(
    (message: string) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{message}</ToastTitle>
        </Toast>,
        { intent: "success", politeness: "polite" },
      ),
    [dispatchToast],
  );
}
