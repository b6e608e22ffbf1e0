"""The words that councils print over the columns of their plans, by what the column holds."""

NUMBER, REF, ITEM, ACTION = "number", "ref", "item", "text"
TIMESCALE, LOCAL = "timescale", "local_timescale"
LEADS, DELEGATES = "leads", "delegates"
PROGRESS, UPDATE, STATUS = "progress", "update", "status"
TEST, EVIDENCE, COMPLETED = "test", "evidence_on_file", "completed"
MEASURES_OF_PROGRESS, MEASURES_OF_IMPACT = "measures_of_progress", "measures_of_impact"
MEASURES_OF_BOTH = "measures"
OTHER = "other"

MEANINGS: dict[str, str] = {
    NUMBER: "the item's number",
    REF: "the action's own number",
    ITEM: "the recommendation or what needs to improve",
    ACTION: "the action",
    TIMESCALE: "the inspectorate's timescale",
    LOCAL: "the local deadline",
    LEADS: "the lead",
    DELEGATES: "who helps the lead",
    PROGRESS: "progress and comments",
    UPDATE: "an update of a date",
    STATUS: "the status as reported",
    TEST: "what will show it",
    EVIDENCE: "the evidence that is on file",
    COMPLETED: "the date completed",
    MEASURES_OF_PROGRESS: "measures of progress",
    MEASURES_OF_IMPACT: "measures of impact",
    MEASURES_OF_BOTH: "measures of progress and of impact in one cell",
    OTHER: "kept as it is",
}


def _listed(text: str) -> tuple[str, ...]:
    """Phrases between commas, whatever the line breaks."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


# Folded as headings.fold does it. Where two phrases fit a heading the longer one decides, so some
# stand here only to keep a heading out of a shorter one's column ("evidence of impact" is no
# evidence on file).
PHRASES: dict[str, tuple[str, ...]] = {
    NUMBER: _listed(
        """
        no, nr, number, item, item no, ref, ref no, reference, id, rec no, recommendation no,
        recommendation number, rec ref, sn, afi no, afi ref
        """
    ),
    REF: _listed(
        """
        action no, action number, action ref, action reference, action id, task no
        """
    ),
    ITEM: _listed(
        """
        area for improvement, areas for improvement, recommendation, recommendations, ofsted
        recommendation, inspection recommendation, what needs to improve, what needs to be
        better, what do we need to improve, what needs to change, area for priority action,
        areas for priority action, finding, ofsted finding, inspection finding, services likely
        to be judged good if, likely to be judged good if, good if, good descriptor, criterion,
        improvement required, improvement area, area of improvement, area of focus, area for
        development, ofsted area, issue, improvement needed, ofsted said, what ofsted said,
        inspectors said, what inspectors said, what ofsted told us, ofsted priority area
        """
    ),
    ACTION: _listed(
        """
        action, actions, action required, actions required, action required by csc, key action,
        key actions, specific action, specific actions, action to be taken, actions to be taken,
        what we will do, what will we do, what are we going to do, what we are going to do, what
        we will do next, what do we need to do, what needs to be done, what needs to happen, how
        we will do it, how will we do it, how will we get there, how we will get there, action
        we will take, activity, actions we will take, activities, improvement action,
        improvement actions, task, tasks, steps, agreed action, agreed actions, planned action,
        planned actions, action description, action detail, actions needed, action needed, our
        response, what action will we take, what actions will we take, planned activity
        """
    ),
    TIMESCALE: _listed(
        """
        ofsted timescale, ofsted time scale, ofsted deadline, ofsted timeframe, inspection
        timescale, inspectorate timescale, ofsted target date, ofsted date, timescale set by
        ofsted, timescale ofsted, timescales set by ofsted, national timescale
        """
    ),
    LOCAL: _listed(
        """
        timescale, time scale, timescales, timescale completion, timescale for completion, local
        timescale, local time scale, local deadline, by when, when, when by, target date, target
        completion date, target completion, deadline, due date, due, due by, date due,
        timeframe, time frame, timeline, completion due, expected completion date, planned
        completion date, complete by, to be completed by, target, planned end date, end date,
        target end date, original target date, original deadline, date for completion, by when
        will it be done, delivery date, when will it be done, when will we do it by, when will
        we do it, council timescale
        """
    ),
    LEADS: _listed(
        """
        lead, leads, lead officer, lead officers, owner, action owner, responsible, responsible
        officer, responsible person, person responsible, responsibility, lead person, who, by
        whom, named lead, lead responsibility, lead professional, officer, officer responsible,
        action lead, lead manager, operational lead, responsible lead, who is responsible, who
        will do it, who will lead, lead name, who will do this, who is leading, who leads,
        delivery lead, lead service, lead agency, assigned to
        """
    ),
    DELEGATES: _listed(
        """
        sub delegate officer, sub delegate officers, sub delegate, sub delegates, delegate,
        delegates, delegated to, support, supported by, supporting officer, supporting officers,
        support officer, supporting, contributors, contributor, co lead, co leads, deputy, other
        officers, key partners, partners, with whom, working with, partners involved, support
        lead, supporting lead, others involved
        """
    ),
    PROGRESS: _listed(
        """
        progress, progress comments, progress comment, comments, comment, commentary, progress
        to date, progress so far, progress notes, progress made, latest position, current
        position, position, where are we now, progress summary, notes, progress and comments,
        progress commentary, narrative, what we have done, what have we done, what we have done
        so far, progress and impact to date
        """
    ),
    UPDATE: _listed(
        """
        update, updates, progress update, progress updates, latest update, monthly update,
        quarterly update, latest progress update, latest progress, current update, status
        update, update on progress
        """
    ),
    STATUS: _listed(
        """
        rag, brag, rag rating, brag rating, rag status, brag status, status, current status,
        progress rag, rag rated, progress status, delivery status, action status, current rag,
        delivery rag, overall rag, rag progress, bragg
        """
    ),
    TEST: _listed(
        """
        test, tests, success measure, success measures, measure of success, measures of success,
        success criteria, success criterion, how will we know, how we will know, how will we
        know it has worked, how will we know we have succeeded, how will we know we have made a
        difference, evidence of success, evidence required, evidence needed, measure, measures,
        how will we measure success, kpi, kpis, how will we measure it, performance measure,
        performance measures, measured by, how will we evidence this, what will success look
        like, what does success look like, success looks like, what good looks like, performance
        indicator, success indicators, test of completion, how it will be evidenced, evidence to
        be provided, assurance, how will it be measured, what will good look like, how we will
        know it has worked, how we will measure success, evidence of completion
        """
    ),
    EVIDENCE: _listed(
        """
        evidence on file, evid on file, evidence, evidence filed, evidence held, evid, evidence
        provided, evidence link, link to evidence, evidence available, evidence received,
        evidence submitted, evidence log, supporting evidence
        """
    ),
    COMPLETED: _listed(
        """
        date comp, date completed, completed, completed on, date complete, date achieved, actual
        completion date, actual completion, completed date, date of completion, actual date,
        actual end date, date closed, closed, done, complete, achieved, date action completed,
        date signed off
        """
    ),
    MEASURES_OF_PROGRESS: _listed(
        """
        measures of progress, measure of progress, milestone, milestones, key milestones,
        milestones and dates, key milestone, output, outputs, interim milestones, progress
        measure, progress measures, deliverable, deliverables
        """
    ),
    MEASURES_OF_IMPACT: _listed(
        """
        measures of impact, measure of impact, measure on impact, impact, intended impact,
        expected impact, impact measure, impact measures, what difference will it make, what
        difference will this make, what difference has it made, difference made, what difference
        have we made, what difference will we make, outcome, outcomes, intended outcome,
        intended outcomes, expected outcome, expected outcomes, desired outcome, desired
        outcomes, evidence of impact, impact on children, impact for children, impact and
        outcomes, what will be different, so what, what will be different for children, impact
        so far, impact to date, outcome measure, what impact will this have, difference for
        children, impact evidence, what difference will it make to children, benefits
        """
    ),
    MEASURES_OF_BOTH: _listed(
        """
        measures of progress measures of impact, measure of progress measure of impact, measures
        of progress and impact, measures of progress measure of impact, measures of progress
        measure on impact, measure of progress measure on impact, measures of progress and
        measures of impact, outputs and outcomes, progress and impact, milestones and impact
        """
    ),
    OTHER: _listed(
        """
        revised date, revised timescale, revised target date, revised deadline, forecast date,
        forecast, start date, date started, planned start date, priority rating, resources,
        resource implications, resource, cost, costs, budget, risk, risks, previous rag, date of
        update, date updated, last updated, governance, source, impact rag, outcome rag,
        evidence rag, sign off, signed off by, monitoring, monitored by, oversight, date added,
        date raised, barriers, next steps, board, reporting to, category, service, team, links,
        risk rating, rag rationale, direction of travel, completion rag, embedded, baseline,
        percentage complete
        """
    ),
}

# Headings that hold the item only where no better column does.
ITEM_IF_NONE_BETTER = _listed(
    """
    priority, objective, theme, objectives, priority area, aim, aims, goal, outcome we want,
    strategic objective, improvement priority, strategic priority, standard, priorities,
    workstream, work stream, area, topic, heading
    """
)
# Who answers for the action over its lead's head, where the plan prints both.
LEADS_IF_NONE_BETTER = _listed(
    """
    strategic lead officer, strategic lead, strategic lead office, accountable, sro, senior
    responsible officer, senior responsible owner, accountable officer, accountable lead,
    executive lead, sponsor, executive sponsor, senior lead, accountable director, lead
    director, senior responsible lead, head of service
    """
)
# A day of completion is the deadline where a plan prints no other.
DEADLINE_IF_NONE_BETTER = _listed("completion date, date, dates, completion")
