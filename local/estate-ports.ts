import { freePorts, isTaken } from "./free-port.ts";

/** Where the parts of the estate listen, all on 127.0.0.1. */
export type EstatePorts = Readonly<Record<keyof typeof standardPorts, number>>;

const standardPorts = {
  shell: 4280,
  app: 4281,
  microsoft: 4282,
  smtp: 4225,
  blobs: 4290,
  queues: 4291,
  tables: 4292,
} as const;

const uses: Readonly<Record<keyof EstatePorts, string>> = {
  shell: "the page you open",
  app: "the app itself",
  microsoft: "the emulated Microsoft 365",
  smtp: "mail to the council",
  blobs: "the storage emulator's blobs",
  queues: "the storage emulator's queues",
  tables: "the storage emulator's tables",
};

const names = Object.keys(standardPorts) as (keyof EstatePorts)[];

/** The estate's block of ports, moved as a whole so that the page is at `shellPort`. */
export function portBlock(shellPort: number = standardPorts.shell): EstatePorts {
  const move = shellPort - standardPorts.shell;
  return portsOf((name) => standardPorts[name] + move);
}

/** Ports nobody uses at this moment, for an estate beside others. */
export async function anyPorts(): Promise<EstatePorts> {
  const free = await freePorts(names.length);
  return portsOf((_, index) => free[index] ?? 0);
}

/** A port the estate needs is in use; says which, what for and what to do. */
export class PortTaken extends Error {
  constructor(name: keyof EstatePorts, port: number) {
    super(
      `Port ${port} (${uses[name]}) is already in use: stop the program that uses it, or move the estate's ports with "npm start -- --port ${standardPorts.shell + 100}".`,
    );
    this.name = "PortTaken";
  }
}

/** Throws `PortTaken` for the first port that is in use. */
export async function refuseTakenPorts(ports: EstatePorts): Promise<void> {
  for (const name of names) {
    if (await isTaken(ports[name])) throw new PortTaken(name, ports[name]);
  }
}

function portsOf(port: (name: keyof EstatePorts, index: number) => number): EstatePorts {
  return Object.fromEntries(names.map((name, index) => [name, port(name, index)])) as EstatePorts;
}
