"""Made-up action plans of Aldermere, drawn anew for each seed: other headings, officers and texts."""

from dataclasses import dataclass, field
from random import Random

GIVEN = [
    "Nadia",
    "Ruth",
    "Tom",
    "Priya",
    "Gareth",
    "Helen",
    "Imran",
    "Joan",
    "Colin",
    "Beth",
    "Oluwaseun",
    "Mairead",
    "Piotr",
    "Sian",
    "Anil",
]
FAMILY = [
    "Okafor",
    "Pemberton",
    "Lacey",
    "Hartnoll",
    "Quayle",
    "Iqbal",
    "Threlfall",
    "Sandhu",
    "Whitcombe",
    "Abara",
    "Nowak",
    "Greaves",
    "Ellwood",
    "Fairbairn",
    "Castellan",
    "Moor",
    "Tadworth",
    "Bligh",
]
POSTS = (
    "Head of Service", "Service Manager", "Team Managers", "IROs", "Principal Social Worker", "BSU",
    "Virtual School Head", "Director of Children’s Services", "QA Team", "HR", "Head of Fostering",
    "CP Chairs", "ATMs", "Performance Team",
)  # fmt: skip
THINGS = (
    "the threshold guidance", "case recording standards", "the supervision policy", "return home interviews",
    "pathway plans for care leavers", "the pre-birth assessment protocol", "missing from care procedures",
    "the escalation process", "private fostering notifications", "life story work", "strategy discussions",
    "the neglect toolkit", "chronologies", "health assessments of children in care", "the quality of child protection plans",
    "management oversight", "the participation offer", "personal education plans", "caseloads in the duty team",
    "the MASH referral form", "core group attendance", "the step-down arrangements", "foster carer reviews",
    "the IRO annual report", "placement stability", "advocacy at conferences", "the audit programme",
)  # fmt: skip
DOING = (
    "Review {t} and agree changes with partners", "Deliver briefings on {t} to all teams across the service",
    "Develop a practice guide about {t}", "Audit {t} in twenty cases selected at random", "Publish {t} on the intranet",
    "Ensure {t} are discussed in every supervision session", "Team managers to check {t} weekly and report exceptions to the service manager",
    "Commission training on {t} for social workers, family support staff and health visitors", "Set up a working group to oversee {t}",
    "Introduce a dashboard that shows {t} by team", "Write to all schools and GPs about {t} (including academies)",
    "Monthly sampling of {t}", "Refresh {t}; circulate to staff", "Lead Member to be briefed on {t}",
    "Recruit two additional posts to improve {t}", "Learning from {t} to be shared at the staff conference",
    "Agree with Police and Health how {t} will be monitored", "Consult children and young people about {t}",
)  # fmt: skip
AREAS = (
    "Ensure that {t} are understood and used consistently by all staff", "Improve the timeliness and quality of {t}",
    "The Council and its partners should strengthen {t}", "Managers should make sure that {t} lead to better outcomes for children",
    "Increase the pace at which {t} are reviewed", "Take action so that {t} meet the needs of every child in Aldermere",
    "Children do not always benefit from {t} because practice is too variable",
)  # fmt: skip
PROVING = (
    "Minute of Improvement Board", "Copy of the revised document", "Audit report presented to DMT", "Training attendance records",
    "Survey of staff shows improved confidence", "Performance report shows 90% in timescale", "Letter sent to all partners",
    "Dip sample of ten files each month", "Notes of working group meetings", "Report to Scrutiny Committee",
    "Evaluation forms from the briefings", "Dashboard in use in every team", "Feedback from young people", "Signed-off policy",
    "Copy of email to staff", "Minutes of team meetings showing discussion",
)  # fmt: skip
DONE = (
    "Draft has been circulated for comment", "First two sessions were held in {m} and were well attended",
    "Delayed because of staff sickness; now due in {m}", "Completed and signed off by the board", "12/{n}/13 Meeting held with partners",
    "Working group has met twice. Terms of reference agreed", "Not yet started", "Recruitment is under way, one post filled",
    "Audit of 20 cases completed, report awaited", "Partners have agreed in principle but have asked for more time to consult",
)  # fmt: skip
OUTCOMES = (
    "Children are seen promptly and their views are recorded", "Fewer children wait for a decision", "Families know what needs to change",
    "Staff feel supported and confident in their decisions", "Plans are clear and focused on the child",
    "More children remain in stable placements close to home",
)  # fmt: skip
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True)
class Shape:
    """A plan's columns: kind, heading, width in characters; and how often each kind is filled."""

    name: str
    columns: tuple[tuple[str, str, int], ...]
    filled: dict[str, float] = field(default_factory=dict)
    merged: bool = True


SHAPES = (
    Shape(
        "eleven",
        (
            ("number", "No.", 4), ("area", "Recommendation", 19), ("action", "Action", 22), ("timescale", "Ofsted timescale", 9),
            ("local", "Target date", 10), ("lead", "Lead Officer", 10), ("delegates", "Supporting officers", 13),
            ("progress", "Progress to date", 17), ("test", "Evidence required", 18), ("evidence", "Evidence on file", 8),
            ("completed", "Date completed", 10),
        ),
        {"local": 0.6, "lead": 0.9, "delegates": 0.6, "progress": 0.3, "test": 0.9, "evidence": 0.1, "completed": 0.1},
    ),
    Shape(
        "six",
        (
            ("area", "Area for improvement", 24), ("action", "What will we do?", 30), ("lead", "Who", 14),
            ("local", "By when", 12), ("test", "How will we know?", 24), ("status", "RAG", 7),
        ),
        {"local": 0.95, "lead": 0.95, "test": 0.85, "status": 0.8},
    ),
    Shape(
        "seven",
        (
            ("number", "Ref", 5), ("area", "What inspectors said", 26), ("action", "Actions", 28), ("lead", "Lead", 16),
            ("local", "Deadline", 11), ("progress", "Update", 26), ("status", "BRAG", 8),
        ),
        {"local": 0.8, "lead": 0.95, "progress": 0.6, "status": 0.9},
    ),
    Shape(
        "eight",
        (
            ("number", "No", 4), ("area", "Finding", 22), ("action", "Planned actions", 25), ("test", "Success criteria", 22),
            ("impact", "Impact on children", 20), ("lead", "Responsible officer", 13), ("local", "Timescale", 11), ("progress", "Comments", 18),
        ),
        {"test": 0.8, "impact": 0.5, "lead": 0.9, "local": 0.9, "progress": 0.35},
    ),
    Shape(
        "nine, each row whole",
        (
            ("number", "No", 5), ("area", "Recommendation", 24), ("action", "Action required", 24), ("lead", "Lead officer", 12),
            ("delegates", "Sub-delegate officers", 14), ("local", "Local timescale", 12), ("progress", "Progress", 20), ("test", "Test", 20),
            ("completed", "Date completed", 11),
        ),
        {"local": 0.8, "lead": 0.9, "delegates": 0.4, "progress": 0.4, "test": 0.8, "completed": 0.2},
        merged=False,
    ),
    Shape(
        "twelve",
        (
            ("number", "No", 4), ("area", "Area for Improvement", 18), ("action", "Action", 20), ("timescale", "Ofsted timescale", 10),
            ("local", "Local timescale", 10), ("lead", "Lead officer", 10), ("delegates", "Delegates", 13), ("progress", "Progress", 16),
            ("test", "Test", 16), ("impact", "Impact", 16), ("evidence", "Evidence on file", 8), ("status", "RAG rating", 7),
        ),
        {"local": 0.5, "lead": 0.9, "delegates": 0.5, "progress": 0.4, "test": 0.85, "impact": 0.3, "evidence": 0.15, "status": 0.5},
    ),
)  # fmt: skip


@dataclass
class Action:
    cells: dict[str, list[str]]


@dataclass
class Item:
    number: str
    cells: dict[str, list[str]]
    actions: list[Action]


@dataclass
class Plan:
    title: str
    shape: Shape
    items: list[Item]


class Drawer:
    """Draws plans; the same seed draws the same plan."""

    def __init__(self, seed):
        self.random = Random(seed)
        pairs = [f"{g} {f}" for g in GIVEN for f in FAMILY]
        self.officers = self.random.sample(pairs, 12)
        self.year = self.random.choice((2012, 2013, 2014))

    def plan(self, shape, *, items=9, first=1, title="Help and Protection Services"):
        areas = []
        while len(areas) < items:
            area = self._say(AREAS)
            areas.extend([area] if area not in areas else [])
        drawn = [self._item(shape, str(first + n), area) for n, area in enumerate(areas)]
        return Plan(title=title, shape=shape, items=drawn)

    def _item(self, shape, number, area):
        cells = {"number": [number], "area": [area]}
        if self.random.random() < 0.9:
            cells["timescale"] = [
                self.random.choice(("immediately", "3 months", "6 months", "within 3 months"))
            ]
        kinds = [kind for kind, _, _ in shape.columns]
        actions = [self._action(shape) for _ in range(self.random.choice((1, 1, 2, 3, 4, 5)))]
        return Item(number, {k: v for k, v in cells.items() if k in kinds}, actions)

    def _action(self, shape):
        cells = {"action": self._action_text()}
        for kind, share in shape.filled.items():
            if self.random.random() < share:
                cells[kind] = getattr(self, f"_{kind}")()
        return Action(cells)

    def _say(self, templates):
        text = self.random.choice(templates)
        return text.format(
            t=self.random.choice(THINGS),
            m=self.random.choice(MONTHS),
            n=f"{self.random.randint(1, 12):02}",
        )

    def _action_text(self):
        text = self._say(DOING)
        if self.random.random() < 0.12:
            return [f"{text} including:", "staff training;", "written guidance;"]
        return [text + self.random.choice((".", "", ""))]

    def _local(self):
        month, year = self.random.choice(MONTHS), self.year
        return [
            self.random.choice(
                (
                    f"{month} {year}", f"{month[:3]} {year}", f"End {month} {year}", f"{self.random.randint(1, 28):02}/{self.random.randint(1, 12):02}/{year % 100}",
                    "Ongoing", "Immediate", f"By {month} {year}", f"{self.random.randint(1, 28)} {month} {year}", "TBC", "Monthly from " + month,
                )
            )
        ]  # fmt: skip

    def _lead(self):
        if self.random.random() < 0.15:
            return [self.random.choice(POSTS)]
        return self.random.sample(self.officers[:6], self.random.choice((1, 1, 1, 1, 2)))

    def _delegates(self):
        if self.random.random() < 0.3:
            return [self.random.choice(POSTS)]
        return self.random.sample(self.officers, self.random.choice((1, 1, 2, 3)))

    def _progress(self):
        return self.random.sample(
            [self._say(DONE), self._say(DONE)], self.random.choice((1, 1, 1, 2))
        )

    def _test(self):
        return [self._say(PROVING) for _ in range(self.random.choice((1, 1, 1, 2)))]

    def _impact(self):
        return [self._say(OUTCOMES)]

    def _evidence(self):
        return [self.random.choice(("Yes", "Yes - part", "No"))]

    def _completed(self):
        return [f"{self.random.choice(MONTHS)} {self.year}"]

    def _status(self):
        return [
            self.random.choice(("Red", "Amber", "Green", "Complete", "On track", "Not started"))
        ]
