"""The questions that the database answers, each as a view; only held meetings are counted, as everywhere in govreg."""

VIEWS = {
    "meetings_by_lead": """
SELECT organisations.id AS organisation, organisations.name, count(*) AS meetings, sum(meetings.held) AS held,
  sum(CASE WHEN meetings.held THEN meetings.per_year_total END) AS meetings_a_year,
  sum(meetings.held AND meetings.per_year_total IS NULL) AS held_without_a_number
FROM organisations JOIN leads ON leads.organisation = organisations.id JOIN meetings ON meetings.id = leads.meeting
GROUP BY organisations.id ORDER BY meetings DESC, organisations.name
""",
    "meetings_without_a_lead": """
SELECT id, title, lead_kind, lead_as_written, status FROM meetings WHERE lead_kind IN ('unclear', 'not-stated') ORDER BY title, id
""",
    "frequencies": """
SELECT id, title, frequency, per_year, per_year_total, per_year_certainty, last_met, next_meets FROM meetings WHERE held ORDER BY title, id
""",
    "organisations_by_seats": """
SELECT organisations.id AS organisation, organisations.name, count(DISTINCT meetings.id) AS meetings,
  count(DISTINCT CASE WHEN seats.core THEN meetings.id END) AS as_a_core_member,
  count(DISTINCT CASE WHEN seats.attendance = 'chair' THEN meetings.id END) AS as_chair
FROM organisations JOIN seats ON seats.organisation = organisations.id JOIN meetings ON meetings.id = seats.meeting AND meetings.held
GROUP BY organisations.id ORDER BY meetings DESC, organisations.name
""",
    "members": """
SELECT meetings.id AS meeting, meetings.title, seats.organisation, organisations.name AS member, seats.sending_meeting,
  seats.role, seats.person, seats.attendance, seats.core, seats.from_date, seats.until_date, seats.voting, seats.people
FROM seats JOIN meetings ON meetings.id = seats.meeting LEFT JOIN organisations ON organisations.id = seats.organisation
ORDER BY meetings.title, meetings.id, seats.position
""",
    "shared_members": """
WITH core AS (SELECT DISTINCT seats.meeting, seats.organisation FROM seats JOIN meetings ON meetings.id = seats.meeting AND meetings.held
  WHERE seats.core AND seats.organisation IS NOT NULL)
SELECT one.meeting AS a, first.title AS title_a, other.meeting AS b, second.title AS title_b, count(*) AS shared,
  group_concat(one.organisation, '; ') AS organisations
FROM core AS one JOIN core AS other ON other.organisation = one.organisation AND one.meeting < other.meeting
  JOIN meetings AS first ON first.id = one.meeting JOIN meetings AS second ON second.id = other.meeting
GROUP BY one.meeting, other.meeting ORDER BY shared DESC, a, b
""",
    "gaps_by_meeting": """
SELECT meetings.id, meetings.title, count(*) AS gaps, group_concat(gaps.gap, '; ') AS missing
FROM gaps JOIN meetings ON meetings.id = gaps.meeting GROUP BY meetings.id ORDER BY gaps DESC, meetings.title, meetings.id
""",
    "chairs_by_meeting": """
SELECT meetings.id, meetings.title, organisations.name AS organisation, chairs.role, chairs.basis, chairs.from_date, chairs.until_date
FROM meetings LEFT JOIN chairs ON chairs.meeting = meetings.id LEFT JOIN organisations ON organisations.id = chairs.organisation
WHERE meetings.held ORDER BY meetings.title, meetings.id
""",
    "reviews_due": """
SELECT id, title, 'terms of reference' AS what, terms_review_due AS due FROM meetings WHERE terms_review_due IS NOT NULL
UNION ALL
SELECT meetings.id, meetings.title, 'review', reviews.next_due FROM reviews JOIN meetings ON meetings.id = reviews.meeting
WHERE reviews.next_due IS NOT NULL
  AND reviews.position = (SELECT max(last.position) FROM reviews AS last WHERE last.meeting = reviews.meeting)
ORDER BY due, title, id
""",
    "recommendations": """
SELECT meetings.id, meetings.title, reviews.recommendation, reviews.change, reviews.reason, reviews.proposed_on, reviews.decided_on,
  (SELECT group_concat(other.title, '; ') FROM review_into JOIN meetings AS other ON other.id = review_into.to_meeting
    WHERE review_into.meeting = reviews.meeting AND review_into.position = reviews.position) AS work_goes_to
FROM reviews JOIN meetings ON meetings.id = reviews.meeting WHERE reviews.recommendation IS NOT NULL
ORDER BY meetings.title, meetings.id, reviews.position
""",
    "meetings_by_theme": """
SELECT themes.id AS theme, themes.name, count(meetings.id) AS held FROM themes
LEFT JOIN meeting_themes ON meeting_themes.theme = themes.id LEFT JOIN meetings ON meetings.id = meeting_themes.meeting AND meetings.held
GROUP BY themes.id ORDER BY held DESC, themes.name
""",
    "meetings_by_area": """
SELECT areas.id AS area, areas.name, count(meetings.id) AS held FROM areas
LEFT JOIN meeting_areas ON meeting_areas.area = areas.id LEFT JOIN meetings ON meetings.id = meeting_areas.meeting AND meetings.held
GROUP BY areas.id ORDER BY held DESC, areas.name
""",
}
"""The SELECT of each view, by its name."""
