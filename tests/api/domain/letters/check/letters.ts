/** Letters as officers write them, for one missed-collection complaint of Joan Whitfield, CMP-7K3Q-9D. */

export const good = `Dear Mrs Whitfield

This is our stage 1 answer to your complaint CMP-7K3Q-9D.

## Your complaint

You told us that your recycling was missed three times in October, and that nobody rang you back.

## What we found

We looked at the crew's records. A parked van blocked your road each time, and the crew did not tell anybody. Our collection policy says that we return within two working days.

## Our decision

We uphold your complaint, because we did not come back as our policy says. We are sorry for that, and for the calls you had to make.

## What we will do

We will collect your recycling on Thursday 3 December 2026. After that there is nothing left for us to do.

## What you can do next

If you are not satisfied with this answer, reply to this message and ask us to take it to stage 2. Somebody who had no part in this answer will look at it again.

Yours sincerely
Wexcombe Borough Council`;

/** No headings, other words for everything, hard line breaks: it says all that it must. */
export const plain = `Dear Joan,

Thank you for your complaint about the missed recycling (our reference CMP-7K3Q-9D). This is the response at stage one.

I have spoken to the crew and read the round sheets. They show the lorry
turned back at the corner on all three days. We got this wrong, and the reason is that nobody reported the blocked road.

The crew has now emptied your bin. We are going to mark the bend by the end of January so that the lorry gets through; that work is still to be done.

Should you be unhappy with what I say, you can tell me so and it goes to the next stage.

Kind regards,
Wexcombe`;

/** Much said, little told: jargon, blame, a hollow apology and no decision. */
export const evasive = `Dear Mrs Whitfield

CMP-7K3Q-9D

With regard to your recent correspondence, we take all complaints very seriously. As previously stated, you should have presented your container prior to 7am. The matter was raised with Dave Brown and the HWRC.

We are sorry that you feel let down and apologise for any inconvenience caused.

PLEASE DO NOT contact us again about this matter!

Yours sincerely
Wexcombe`;
