/** Good letters of other services, each with the procedure and the stage that it belongs to. */
export const goodLetters: readonly (readonly [
  service: string,
  policy: string,
  stage: 1 | 2,
  text: string,
])[] = [
  [
    "council tax",
    "lgsco-2024",
    1,
    `Dear Ms Whitfield

Your complaint about council tax: CMP-7K3Q-9D

Thank you for your letter of 10 November 2026. This is our response at stage 1 of our complaints procedure.

What you complained about

You said that we sent you a summons in September although you had paid, and that when you phoned on 3 and 9 September nobody could help you.

What we found

I have looked at your council tax account and listened to both calls. Our records show that your payment of £148.20 reached us on 28 August. Because you quoted your old account number, 40028817, it was placed on the account for your previous home. The officer you spoke to on 3 September could have seen this and moved the payment, but did not do so. The summons should not have been sent.

My decision

I uphold your complaint. We should have moved the payment when you first rang.

What we will do

We have withdrawn the summons and removed the costs of £65 from your account. We did this on 18 November 2026. I will also pay you £50 for your time and trouble by 11 December 2026. I have asked the team manager to remind staff how to trace payments, and she did this in a team meeting on 19 November. Nothing else is outstanding.

I am sorry for the worry that the summons caused you.

If you are not happy with my response

You can ask for your complaint to be looked at again at stage 2. Please write to complaints@wexcombe.gov.uk or call 01632 960 123 within 28 days and tell us why you are not satisfied.

Yours sincerely

Ewa Kowalska
Council Tax Team Manager`,
  ],
  [
    "housing repairs",
    "housing-ombudsman-2024",
    1,
    `Dear Mrs Whitfield,

Ref: CMP-7K3Q-9D
Stage 1 response

**Your complaint**

You complained that the leak in your bathroom ceiling was not repaired between June and October, and that two appointments were missed.

**What happened**

- You reported the leak on 4 June 2026. Our plumber attended on 11 June and found that the leak came from the flat above.
- We booked a visit to flat 12 for 25 June. The tenant was not in and we left a card.
- Appointments with you on 2 July and 16 July were cancelled by our contractor. You were not told beforehand.
- The leak was stopped on 9 October, 91 working days after you reported it. Our repairs policy gives us 20 working days.

**Our decision**

Your complaint is upheld. We took far too long and did not keep you informed.

**How we will put it right**

1. We will repaint the bathroom ceiling. The decorator will come on Tuesday 1 December between 8am and 1pm.
2. We will pay you £250: £200 for the delay and £50 for the two missed appointments. You will receive this within 10 working days.
3. From 1 January 2027 our contractor must text tenants when an appointment is cancelled.

We apologise for the delay and for the distress this caused to you and your son.

**If you remain unhappy**

You can ask us to escalate your complaint to stage 2 by replying to this email, ringing 0300 123 4567 or writing to the Town Hall. You can also contact the Housing Ombudsman Service at any time: www.housing-ombudsman.org.uk or info@housing-ombudsman.org.uk, telephone 0300 111 3000.

Kind regards

Housing Complaints Team`,
  ],
  [
    "planning, not upheld",
    "lgsco-2024",
    2,
    `Dear Mrs Whitfield

CMP-7K3Q-9D: our final response at stage 2

You asked us to look again at how we dealt with planning application 26/01187/FUL for 6 Larkspur Close. You feel that the case officer did not visit, that she ignored your objection and that the decision was made behind closed doors.

I am a head of service in another department and had no part in the decision on the application or in the stage 1 answer. I read the planning file, the officer's report and your correspondence, and I interviewed the case officer.

The case officer visited on 12 May and took photographs from your garden. Her report deals with your objection about light in paragraphs 6.4 to 6.9. The National Planning Policy Framework does not require a public meeting for an extension of this size, and our scheme of delegation says that officers decide such applications.

I do not uphold your complaint, because the council followed the law and its own procedure. I know that this is not the answer you hoped for. I cannot look at whether the decision itself was right, as only a planning inspector or a court could do that.

The stage 1 answer was sent six days late, and we are sorry about that. There is nothing further to be done on this complaint.

This is the council's final response. If you are still unhappy, you can take your complaint to the Local Government and Social Care Ombudsman. Its website is www.lgo.org.uk and its telephone number 0300 061 0614. You should normally do so within 12 months.

Yours sincerely

Helen Marsh
Head of Waste Services`,
  ],
  [
    "parking, upheld in part",
    "lgsco-2024",
    1,
    `Dear Joan Whitfield

Thank you for contacting us about penalty charge notice WX10482263. Your reference is CMP-7K3Q-9D and this is the first stage of our procedure.

You are unhappy that the civil enforcement officer (CEO) was rude and that your appeal took seven weeks to answer.

The officer's body-worn camera shows the whole conversation. He was polite, he explained the restriction and he pointed out the sign. I have therefore not upheld this part of your complaint.

You are right that we took too long. Our target is 20 working days. We answered after 34, since two members of the team were on sick leave and we did not arrange cover. I uphold this part.

I apologise for the delay. We have now trained two more officers so that appeals are answered in time when colleagues are away. There is nothing outstanding.

I realise you may be disappointed. If you would like us to review this decision, let us know by 31 December 2026 why you disagree and we will arrange a stage 2 review.

Yours sincerely
Parking Services`,
  ],
  [
    "adult social care",
    "adult-social-care-2009",
    1,
    `Dear Mrs Whitfield

Your complaint about your mother's care, CMP-7K3Q-9D

We spoke on 12 November and agreed that I would look into three things: the late visits, the change of carers and the bill for September.

I asked the care agency for its visit logs and met the manager on 17 November. The logs show that 14 of the 60 morning visits in September were more than 30 minutes late. Eleven different carers came in that month. The care plan says that there should be no more than four.

Your complaint is well-founded. The agency did not have enough staff and did not tell us or you.

We have agreed with the agency that from 30 November your mother will have a team of four carers. We have taken £118.40 off the September bill. I will phone you on 14 December to check that visits are on time. All other actions are complete.

I am very sorry for the upset that this caused you and your mother.

If you are not satisfied, you may complain to the Local Government & Social Care Ombudsman, www.lgo.org.uk, 0300 061 0614.

Yours sincerely
Adult Social Care`,
  ],
  [
    "noise",
    "lgsco-2024",
    1,
    `Dear Mrs Whitfield

CMP-7K3Q-9D – Stage 1

Your complaint was that the noise team did not act on the barking dog you reported in August, and that no one returned your calls.

We accept both parts of your complaint. The diary sheets you sent on 2 September were put in the wrong file, so nobody read them until you complained.

An officer will fit noise recording equipment in your home on Thursday 26 November. She will ring you the day after it is collected to tell you what it recorded and what we can do next. We cannot discuss what action we take with your neighbour, because the law does not allow us to share it.

Please accept our apologies for this mistake.

Should you wish to take your complaint further, please ask for stage 2 within 28 days of this letter.

Yours sincerely
Environmental Health`,
  ],
  [
    "an e-mail with short forms",
    "lgsco-2024",
    1,
    `Hi Joan,
Thanks for getting in touch about your garden waste subscription (CMP-7K3Q-9D). This is our reply at stage 1.

You paid £45 on 2 March but your bin didn't arrive until 20 April, and you'd like seven weeks' money back.

You're right. The bin was delivered to number 14 by mistake and our system showed it as done, which is why nobody picked up your emails.

I've refunded £9 to your card today - it can take up to five working days to show. I've also asked the depot to photograph each bin they deliver from now on.

I'm sorry for the mix-up and for not answering your emails. There's nothing else for us to do.

If you're not happy with this, just reply and ask for stage 2.

Best wishes,
Grace
Customer Services`,
  ],
  [
    "housing, last stage",
    "housing-ombudsman-2024",
    2,
    `Dear Mrs Whitfield

Our reference: CMP-7K3Q-9D

This is the council's final response to your complaint at stage 2 of our complaints procedure. I am sorry it reaches you a week later than we promised.

You have told us that the damp in your back bedroom came back after the work in March, that you had to throw away a mattress and that the surveyor did not listen to you.

I visited you on 4 November, read all the survey reports since 2024 and spoke to the surveyor.

The work in March dealt with the gutter but not with the missing cavity insulation. Two surveyors noted this and nobody ordered the work. You were right to say that the damp would return. The surveyor accepts that he should have asked you about the history of the room.

I uphold your complaint in full.

What we will do:
- insulate the cavity wall by 15 January 2027
- repaint the room in the week after that
- pay you £600, made up of £350 for the room you could not use, £150 for the mattress and £100 for the distress, by 11 December 2026
- check every home in Larkspur Close for the same fault by the end of March 2027

I will ring you on 18 January to make sure that the first of these has been done. We will keep your case open until then.

If you are still not satisfied you can contact the Housing Ombudsman Service on 0300 111 3000 or through www.housing-ombudsman.org.uk.

Yours sincerely

David Lindqvist
Director of Housing`,
  ],
  [
    "blue badges, not upheld",
    "lgsco-2024",
    1,
    `Dear Miss Whitfield,

Re: Your complaint - CMP-7K3Q-9D
Stage 1

I am writing in response to your complaint of 9 November 2026. You say that we turned down your Blue Badge renewal unfairly and that the assessor rushed you.

Having read the assessor's notes and your application, I cannot agree that the decision was unfair. The rules for Blue Badges are set by the Department for Transport (DfT). They say that a person must be unable to walk or have very considerable difficulty in walking. The assessor saw you walk 110 metres without stopping and recorded this, together with the pain you described.

Your appointment lasted 35 minutes. The usual length is 30 minutes. I therefore do not uphold your complaint.

As I have found no fault, no remedy is due. However, if your condition has changed since September you can apply again at any time, and I enclose a form.

There are no outstanding actions for the council.

If you do not agree with my findings, you have the right to ask for a Stage 2 review. Please contact us by 24 December 2026.

Yours faithfully
P Nair
Complaints Officer`,
  ],
  [
    "school transport",
    "lgsco-2024",
    1,
    `Dear Ms Whitfield

Complaint CMP-7K3Q-9D: school transport for Ella
Our response at stage 1

Thank you for speaking to me on Friday. We agreed that your complaint is about three late taxis in October and about the driver being changed without warning.

The taxi firm's tracker shows that Ella's taxi arrived 25, 40 and 15 minutes after the agreed time on 6, 13 and 20 October. The firm had one driver off sick and did not tell us. It should have done, under its contract with us.

I am upholding your complaint.

We met the firm on 16 November. It has named two drivers, both of whom Ella has now met. It must ring you by 7.45am if the taxi will be more than ten minutes late. We will check its records every Friday until Easter. I am sorry that Ella missed the start of three lessons and for the worry this caused you both.

Next steps: I will phone you in the first week of January to ask how it is going.

You can take your complaint to stage 2 if you are unhappy with my answer. You need to do this within 20 working days.

Kind regards
Children's Services`,
  ],
];
