// A parent that only holds an Azurite, for the test that kills it.
import { startAzurite } from "#local/azurite/azurite.ts";

const { pid } = await startAzurite();
process.send?.({ pid });
