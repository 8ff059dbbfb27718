import { expect, it } from "vitest";
import { placeOf } from "../../../tab/reply/comments/passage.ts";

const about = { quote: "the bin", before: "We forgot ", after: " on Monday." };

it.each([
  ["where they stand", "We forgot the bin on Monday.", 10],
  ["where their surroundings fit best", "See the bin. We forgot the bin on Monday.", 23],
  ["still, when what stands around them has changed", "Sorry about the bin!", 12],
  ["nowhere, once they are gone", "We forgot it.", undefined],
])("the words of a comment are found %s", (_where, text, place) => {
  expect(placeOf(text, about)).toBe(place);
});
