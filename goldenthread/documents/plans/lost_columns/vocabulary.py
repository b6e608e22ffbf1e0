"""Words by which a cell of a council's action plan shows what column it may belong to."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONTHS = _words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
SEASONS = _words("spring summer autumn winter easter christmas term half-term")
PERIODS = _words(
    "day days week weeks month months year years monthly weekly daily quarterly annually annual "
    "termly fortnightly immediate immediately immed ongoing on-going asap tbc tba continuous "
    "quarter q1 q2 q3 q4 bi-monthly bi-annually urgent continuing"
)
# Lengths of time say when only beside a number or another word of time.
LENGTHS = _words("day days week weeks month months year years quarter")
AROUND_DATES = _words(
    "by from end of mid early late start to until the then and in on or before after within "
    "beginning commencing week each every per first second third fourth half - – & for at due "
    "place progress working school new latest"
)
DATE_TOKEN = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[./]\d{2,4}|(?:19|20)\d\d(?:[/-]\d{2,4})?"
    r"|\d{1,2}(?:st|nd|rd|th)?|[a-z]{3,9}[-/']?\d{2,4}|fy\d\d|\d{4}-\d\d-\d\d)"
)
FULL_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"\(?[A-Za-z]{0,3}\.?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.):]?")

YES_NO = _words("yes no y n n/a na part partly partial none ✓ x held filed")
RAG = _words(
    "red amber green blue grey gray purple r a g b rag complete completed closed open done "
    "achieved overdue started"
)
RAG_PHRASES = re.compile(
    r"(?:on track|off track|not (?:yet )?(?:started|due|met)|in progress|at risk|some slippage)\.?"
)
MONEY = re.compile(r"£\s?\d|\d+k\b|\bbudget\b|\bno (?:additional )?cost\b|\bwithin existing\b")

DOING = _words(
    "achieve act address adopt advise agree align amend analyse appoint arrange ask assess assign "
    "attend audit brief build carry chase check circulate clarify clear collate collect commission "
    "communicate complete conduct confirm consider consult continue convene co-ordinate coordinate "
    "create cross-check define deliver design develop devise discuss disseminate distribute draft draw "
    "embed enable encourage engage ensure establish evaluate evidence examine expand explore extend "
    "find finalise focus follow formalise gather give hold identify implement improve include "
    "increase inform integrate introduce invest investigate invite issue join keep launch lead learn "
    "letter liaise link list maintain make map measure meet merge monitor move nominate obtain offer "
    "organise pilot plan prepare present prioritise produce promote propose provide publicise publish "
    "put quality-assure raise re-distribute re-issue re-launch receive recruit reduce re-establish "
    "refer refine refresh reinforce relaunch remind remove renew report request require research "
    "resolve restructure review revise rewrite roll run schedule scope secure seek send set share "
    "simplify strengthen streamline submit support survey take target test track train translate "
    "undertake update use utilise validate visit weigh work write"
)
PROVING = _words(
    "copy copies minute minutes report reports audit audits survey surveys letter letters record "
    "records confirmation evidence feedback note notes sample samples data dataset performance list "
    "register log results questionnaire template policy protocol programme agenda attendance email "
    "emails certificate dip-sample observation relevant published signed approved percentage number "
    "rate increase reduction improved fewer dashboard figures analysis file files all"
)
DONE_WORDS = _words(
    "was were has have had been now already completed sent held agreed started begun underway "
    "currently met recruited appointed issued launched drafted written delivered attended reviewed "
    "presented approved awaiting awaited outstanding received taken circulated established embedded "
    "implemented introduced developed progressing set underway; planned booked signed"
)
POSTS = _words(
    "head director manager managers officer officers lead leads service services team teams "
    "principal chair coordinator co-ordinator administrator chief executive assistant deputy "
    "nurse social worker workers sw practitioner practitioners commissioner business hr senior strategic "
    "operational designated doctor member members portfolio board partnership quality assurance "
    "safeguarding children's childrens education health early help fostering adoption virtual school "
    "headteacher consultant group all performance commissioning workforce development legal police "
    "independent reviewing interim of and for the"
)
POST_HEADS = _words(
    "head director manager managers officer officers lead leads team teams chair coordinator "
    "co-ordinator administrator executive nurse worker workers practitioner practitioners "
    "commissioner doctor member members headteacher service services principal group board"
)
TITLES = _words("mr mrs ms miss dr cllr councillor prof rev sir dame")

LEFT_OPEN = _words(
    "a an the of to in on at by for with from and or but as that which who whose will would should "
    "shall can could may must is are was were be been being has have had their its this these those "
    "each every any all not no our your his her between within into through across about per than "
    "when where if so such including include via re regarding upon until during against both every "
    "more most other own how what why while also very"
)
# Capitalised words of councils that are no part of a person's name.
NO_NAMES = (
    _words(
        "council board cabinet committee executive panel ofsted service services children childrens "
        "care plan plans social team teams director head manager safeguarding partnership trust nhs "
        "police health education school schools hospital county borough city framework strategy policy "
        "review report reports audit action actions improvement group forum scrutiny overview local "
        "authority government department corporate parenting quality assurance performance data "
        "business support early help family families placement fostering adoption court legal chamber "
        "star yes no none all minute minutes monthly weekly the of to in on for with and or north south "
        "east west central new national training system systems network day cards card practice "
        "principal worker workers officer officers lead leads assistant deputy chief senior strategic "
        "monday tuesday wednesday thursday friday saturday sunday end mid early week month tbc red "
        "amber green blue january february march april june july august september october november december"
    )
    | (MONTHS - _words("may june april"))
    | PERIODS
)
GIVEN_NAMES = _words(
    "aaron abdul adam aisha alan alex alexander ali alice alison amanda amina amir amy andrea andrew "
    "angela anita ann anna anne annette anthony antony asha barbara ben benjamin beth beverley bob "
    "brenda brian carl carol caroline catherine charles charlotte chris christina christine "
    "christopher claire clare colin craig dan daniel dave david dawn deborah debbie deepa denise dennis "
    "derek diana diane donna doreen edward elaine eleanor elizabeth emily emma eric fatima fiona frances "
    "frank gareth gary gemma geoff george gillian glenn gloria graham grace hannah harry hassan hazel "
    "heather helen henry hilary ian imran irene isabel jack jackie jacqueline jacqui james jamie jane "
    "janet janice jason jean jenny jennifer jeremy jessica jill jo joan joanna joanne john jonathan "
    "joseph joyce judith judy julia julie june karen kate katherine kathryn katie keith kelly ken kerry "
    "kevin kim kirsty laura lauren lee leanne lesley liam linda lindsay lisa liz lorraine louise lucy "
    "lynn lynne maggie malcolm mandy margaret maria marian marie marion mark martin mary matthew maureen "
    "maxine megan mel melanie michael michelle mike mohammed muhammad nadia naomi natalie neil nicholas "
    "nick nicola nigel nina oliver olivia owen pam pamela pat patricia patrick paul paula pauline penny "
    "peter philip phil priya rachel raj rajesh rebecca richard rita rob robert robin roger ron rosemary "
    "ruth ryan sally sam samantha samuel sandra sara sarah saul sean sharon sheila shirley simon sita "
    "sophie stephanie stephen steve steven stuart sue susan suzanne sylvia teresa terry tim thomas "
    "timothy tina tom tony tracey tracy valerie vanessa vera victoria vincent wendy will william yasmin "
    "yvonne zara zoe"
)
