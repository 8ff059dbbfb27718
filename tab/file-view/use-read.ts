import { useEffect, useState } from "react";

/** What came of reading a file: nothing yet, what it says, or that it cannot be read. */
export type Read<Said> = Said | "reading" | "unreadable";

/** Reads a file once, in its own time; `read` must be the same function every time. */
export function useRead<Said extends object>(
  file: Blob,
  read: (file: Blob) => Promise<Said>,
): Read<Said> {
  const [said, setSaid] = useState<Read<Said>>("reading");
  useEffect(() => {
    let left = false;
    const settle = (outcome: Read<Said>) => {
      if (!left) setSaid(outcome);
    };
    read(file).then(settle, () => settle("unreadable"));
    return () => {
      left = true;
    };
  }, [file, read]);
  return said;
}
