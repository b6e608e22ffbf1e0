"""A random walk over everything that people do to an action, with the book kept beside it."""

from datetime import date, timedelta

import time_machine
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.periods import Period
from goldenthread.people import actions as people
from goldenthread.people.models import Membership, Postholding
from goldenthread.people.tests.factories import make_cast
from goldenthread.plans import actions
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import EvidenceLink
from tests.gate import evidence
from tests.gate.attacks import attack
from tests.gate.book import Book, Filing, Named, Seen
from tests.gate.village import NAMES, TESTS, Village

START = date(2026, 3, 16)
WHO, TEST = st.sampled_from(NAMES), st.integers(0, len(TESTS) - 1)


class Walk(RuleBasedStateMachine):
    """Every rule is somebody trying something; what was refused leaves the book as it was."""

    def __init__(self):
        super().__init__()
        # A row's time tells which came first, so two never have the same.
        self.clock = time_machine.travel(f"{START}T09:30:00+00:00", tick=False)
        self.traveller = self.clock.start()
        self.within = transaction.atomic()
        self.within.__enter__()
        self.village, self.book = Village(make_cast()), Book()
        self.links = {}
        for row, draft in zip(self.tests(), TESTS, strict=True):
            self.book.tests[row.pk] = Named(draft.kind, draft.quantity or 1)
        self.book.stood |= {"Lena Lead", "Cole Post", "Tess Team", "Petra Printed"}

    def teardown(self):
        transaction.set_rollback(True)
        self.within.__exit__(None, None, None)
        self.clock.stop()

    def tests(self):
        return list(self.village.action.tests.current().order_by("number"))

    def tried(self, verb, **words):
        """What a verb returned, or None where it was refused in words for a person."""
        self.book.tick()
        self.traveller.shift(timedelta(seconds=1))
        try:
            with transaction.atomic():
                return verb(**words)
        except (UserFacingError, ObjectDoesNotExist):
            return None

    def user(self, name):
        return self.village.users[name]

    def person(self, name):
        return self.village.people[name]

    def some(self, which):
        """One of the links so far."""
        links = sorted(self.links)
        return EvidenceLink.objects.get(pk=links[which % len(links)])

    @initialize(
        filed=st.booleans(), accepted=st.booleans(), done=st.booleans(), practised=st.booleans()
    )
    def it_is_already_on_its_way(self, filed, accepted, done, practised):
        """Most ways round the gate begin where there is something to lose."""
        for row in self.tests() if filed else ():
            for _ in range(row.quantity or 1):
                link = self.files("Lena Lead", None, [row], None).links.get()
                if accepted:
                    assert self.accepts("Chad Check", link), (
                        "an unconflicted checker is let through"
                    )
        if done:
            self.somebody_says_it_is_done("Lena Lead", 0)
        for _ in range(3 if practised else 0):
            self.traveller.shift(timedelta(days=30))
            self.the_practice_is_looked_at("Chad Check", 30, True)
        if filed and accepted and done and practised:
            assert self.shown() == 4, "what is done, checked and practised is embedded"

    # What time does.

    @rule(days=st.integers(1, 40))
    def days_pass(self, days):
        self.traveller.shift(timedelta(days=days))

    # Who stands in the action.

    @rule(who=WHO)
    def somebody_takes_the_post(self, who):
        today = timezone.localdate()
        if Postholding.objects.filter(person=self.person(who), started_on=today).exists():
            return
        held = Postholding.objects.filter(post=self.village.post, ended_on=None).first()
        if held is not None:
            self.tried(people.leave_post, holding=held, ended_on=today, by=self.village.cast.setup)
        words = {"post": self.village.post, "person": self.person(who), "started_on": today}
        if self.tried(people.take_post, by=self.village.cast.setup, **words) and self.still("post"):
            self.book.stood.add(who)

    @rule(who=WHO)
    def somebody_joins_the_team(self, who):
        today = timezone.localdate()
        if Membership.objects.filter(person=self.person(who), started_on=today).exists():
            return
        words = {"team": self.village.team, "person": self.person(who), "started_on": today}
        if self.tried(people.join_team, by=self.village.cast.setup, **words) and self.still("team"):
            self.book.stood.add(who)

    @rule(who=WHO)
    def somebody_leaves_the_team(self, who):
        row = Membership.objects.filter(person=self.person(who), ended_on=None).first()
        if row is not None:
            today = timezone.localdate()
            self.tried(
                people.leave_team, membership=row, ended_on=today, by=self.village.cast.setup
            )

    @rule(who=WHO, rank=st.sampled_from(["lead", "co-lead", "delegate"]), by=WHO)
    def somebody_is_named(self, who, rank, by):
        words = {"action": self.village.action, "to": self.person(who), "by": self.user(by)}
        if rank == "lead":
            named = self.tried(actions.give_lead, **words, why="Agreed.")
        else:
            named = self.tried(actions.let_stand, **words, rank=rank)
        if named:
            self.book.stood.add(who)

    @rule(which=st.integers(0, 20), by=WHO)
    def somebody_steps_down(self, which, by):
        rows = list(self.village.action.standings.filter(ended_on=None).order_by("pk"))
        if rows:
            row = rows[which % len(rows)]
            self.tried(actions.end_standing, standing=row, by=self.user(by), why="Moved on.")

    @rule(by=WHO, to=WHO)
    def a_leaver_hands_over(self, by, to):
        words = {"leaver": self.person("Lena Lead"), "to": self.person(to), "why": "Left."}
        if self.tried(actions.hand_over, **words, by=self.user(by)):
            self.book.stood.add(to)

    def still(self, who):
        standing = self.village.action.standings.current().filter(ended_on=None)
        return standing.exclude(**{who: None}).exists()

    @rule(tests=st.sets(TEST, min_size=1), standings=st.booleans(), who=WHO)
    def the_plan_is_imported_again(self, tests, standings, who):
        draft = self.village.draft(
            tests=tuple(TESTS[n] for n in sorted(tests)), standings=standings
        )
        self.tried(
            actions.record_plan,
            authority=self.village.cast.aldermere,
            by=self.user(who),
            upload=None,
            plan=draft,
            replaces=self.village.plan,
        )
        self.tests_that_went()
        if standings:
            self.who_stands_now()

    def tests_that_went(self):
        """A test leaves with the document only as long as no evidence is filed against it."""
        current = {row.pk for row in self.tests() if row.dropped_in_id is None}
        filed = set().union(*(one.tests for one in self.book.filings.values()))
        went = set(self.book.tests) - current
        assert not went & filed, "a test left though evidence is filed against it"
        self.book.tests = {pk: test for pk, test in self.book.tests.items() if pk in current}
        for row in self.tests():
            if row.pk in current and row.pk not in self.book.tests:
                self.book.tests[row.pk] = Named(row.kind, row.quantity or 1, changed=self.book.now)

    def who_stands_now(self):
        self.book.stood |= {"Lena Lead", "Petra Printed"}
        for row in Postholding.objects.filter(post=self.village.post, ended_on=None):
            self.book.stood.add(row.person.name)
        for row in Membership.objects.filter(team=self.village.team, ended_on=None):
            self.book.stood.add(row.person.name)

    # What is said, and done.

    @rule(who=WHO, whom=st.none() | WHO)
    def somebody_writes_an_update(self, who, whom):
        words = {"action": self.village.action, "text": "Under way.", "by": self.user(who)}
        if self.tried(actions.add_update, **words, for_whom=self.for_whom(whom)):
            self.book.wrote += [(one, self.book.now) for one in {who, whom} - {None}]

    def for_whom(self, name):
        return None if name is None else self.person(name)

    @rule(who=WHO, ahead=st.integers(-40, 10))
    def somebody_says_it_is_done(self, who, ahead):
        day = timezone.localdate() + timedelta(days=ahead)
        words = {"action": self.village.action, "completed_on": day, "by": self.user(who)}
        if self.tried(actions.complete, **words):
            assert ahead <= 0, "it was done on a day to come"
            self.book.done = day
            self.book.wrote.append((who, self.book.now))

    @rule(who=WHO)
    def somebody_reopens_it(self, who):
        words = {"action": self.village.action, "why": "Not so.", "by": self.user(who)}
        if self.tried(actions.reopen, **words):
            self.book.done = None

    @rule(who=WHO, days=st.sampled_from([27, 30, 30, 30, 45]), well=st.booleans())
    def the_practice_is_looked_at(self, who, days, well):
        today = timezone.localdate()
        last = self.village.action.practiceperiods.standing().order_by("-ends_before").first()
        first = last.ends_before if last is not None else today - timedelta(days=days)
        period = Period(first, first + timedelta(days=days - 1))
        made = self.tried(
            actions.record_period,
            action=self.village.action,
            by=self.user(who),
            period=period,
            in_standard=well,
            standard="Seen in time.",
        )
        if made is not None:
            assert who not in self.book.stood, f"{who}, who stood there, told of the practice"
            self.book.seen.append(Seen(who, first, period.last_day, well, today))

    @precondition(lambda self: any(not one.gone for one in self.book.seen))
    @rule(who=WHO)
    def somebody_takes_the_last_look_back(self, who):
        row = self.village.action.practiceperiods.standing().order_by("-ends_before").first()
        if self.tried(actions.withdraw_period, period=row, by=self.user(who), why="Wrong."):
            assert who not in self.book.stood, f"{who}, who stood there, took a period back"
            last = [one for one in self.book.seen if not one.gone and one.last == row.last_day]
            last[0].gone = True

    @rule(who=WHO, state=st.sampled_from(["measured: improved", "sustained", "early signs"]))
    def somebody_says_that_it_made_a_difference(self, who, state):
        words = {"action": self.village.action, "state": state, "words": "Children say so."}
        if self.tried(actions.set_impact, **words, by=self.user(who)):
            assert state == "early signs", "an impact was measured without a figure"

    # Evidence.

    @rule(who=WHO, whom=st.none() | WHO, tests=st.sets(TEST, min_size=1), days=st.integers(0, 60))
    def somebody_files_evidence(self, who, whom, tests, days):
        rows = [row for n, row in enumerate(self.tests()) if n in tests and not row.dropped_in_id]
        expires = timezone.localdate() + timedelta(days=days) if days > 30 else None
        self.files(who, whom, rows, expires)

    def files(self, who, whom, rows, expires):
        made = self.tried(
            evidence.file,
            village=self.village,
            tests=rows,
            by=self.user(who),
            for_whom=self.for_whom(whom),
            expires_on=expires,
        )
        if made is not None:
            self.enter(made, who, whom, rows, expires)
        return made

    def enter(self, version, who, whom, rows, expires, earlier=None, *, against=False):
        self.book.filings[version.pk] = Filing(
            who, whom, self.book.now, {row.pk for row in rows}, expires=expires, against=against
        )
        if earlier is not None:
            self.book.earlier[version.pk] = earlier
            self.book.filings[earlier].gone = True
        for link in version.links.all():
            self.links[link.pk] = (version.pk, link.test_id)

    @precondition(lambda self: self.links)
    @rule(which=st.integers(0, 50), who=WHO)
    def somebody_files_a_new_version(self, which, who):
        old = self.some(which).version
        made = self.tried(evidence.new_version, of=old, by=self.user(who))
        if made is not None:
            rows = [link.test for link in made.links.all()]
            against = self.book.filings[old.pk].against
            self.enter(made, who, None, rows, made.expires_on, earlier=old.pk, against=against)
            for row in rows if against else ():
                self.book.tests[row.pk].reopened = self.book.now

    @rule(which=TEST, who=WHO)
    def somebody_contradicts(self, which, who):
        row = self.tests()[which % len(self.tests())]
        made = self.tried(evidence.contradict, village=self.village, test=row, by=self.user(who))
        if made is not None:
            self.book.tests[row.pk].reopened = self.book.now
            self.enter(made, who, None, [row], None, against=True)

    @precondition(lambda self: self.links)
    @rule(which=st.integers(0, 50), who=WHO)
    def somebody_withdraws(self, which, who):
        link = self.some(which)
        if self.tried(actions.withdraw_evidence, link=link, by=self.user(who), why="Wrong."):
            version, test = self.links[link.pk]
            row = self.book.filings[version]
            assert not row.against or row.by == who, f"{who} took back what {row.by} held against"
            row.accepted.pop(test, None)
            row.tests.discard(test)

    @precondition(lambda self: self.links)
    @rule(which=st.integers(0, 50), who=WHO)
    def somebody_asks_for_a_check(self, which, who):
        self.tried(actions.ask_for_check, link=self.some(which), by=self.user(who))

    @precondition(lambda self: self.links)
    @rule(which=st.integers(0, 50), who=WHO)
    def somebody_accepts(self, which, who):
        self.accepts(who, self.some(which))

    def accepts(self, who, link):
        version, test = self.links[link.pk]
        why = self.book.conflicts(who, test, version)
        done = self.tried(evidence.accept, link=link, by=self.user(who))
        if done:
            assert why == [], f"{who} accepted {link}, who {' and '.join(why)}"
            self.book.filings[version].accepted[test] = self.book.now
            if self.book.filings[version].against:
                self.book.tests[test].reopened = self.book.now
        return done

    @precondition(lambda self: self.links)
    @rule(which=st.integers(0, 50), who=WHO)
    def somebody_returns(self, which, who):
        link = self.some(which)
        if self.tried(evidence.send_back, link=link, by=self.user(who)):
            version, test = self.links[link.pk]
            self.book.filings[version].accepted.pop(test, None)

    # Tests that change.

    @rule(which=TEST, who=WHO)
    def somebody_changes_a_test(self, which, who):
        row = self.tests()[which % len(self.tests())]
        filed = any(row.pk in one.tests for one in self.book.filings.values())
        words = {"test": row, "text": f"{row.text} and more", "by": self.user(who), "why": "x"}
        if self.tried(actions.change_test, **words):
            assert not filed, f"{row} changed though evidence is filed against it"
            self.changed(row)

    @rule(which=TEST, asks=WHO, approves=WHO)
    def a_test_is_reopened(self, which, asks, approves):
        row = self.tests()[which % len(self.tests())]
        asked = self.tried(evidence.ask_reopening, test=row, by=self.user(asks))
        if asked is None:
            return
        if self.tried(evidence.approve_reopening, reopening=asked, by=self.user(approves)):
            assert asks != approves, "whoever asked approved it"
            self.changed(row)

    @rule(data=st.data())
    def somebody_writes_straight_to_the_database(self, data):
        attack(self, lambda size: data.draw(st.integers(0, size - 1)))

    def changed(self, row):
        self.book.tests[row.pk].changed = self.book.now

    # What is shown.

    @invariant()
    def nothing_shows_a_rung_that_the_facts_do_not_bear(self):
        assert self.shown() <= self.bearable(), self.book

    @invariant()
    def nothing_counts_as_accepted_that_nobody_free_to_do_so_accepted(self):
        day = timezone.localdate()
        for link in EvidenceLink.objects.accepted(day):
            version, test = self.links[link.pk]
            assert test in self.book.filings[version].accepted, link

    def shown(self):
        action = self.village.action
        return stands_of([action], timezone.localdate())[action.pk].rung

    def bearable(self):
        return self.book.highest(timezone.localdate())
