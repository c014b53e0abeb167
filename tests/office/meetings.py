"""Invented meetings, as partners write of them, for files that are made as offices make them."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class WrittenMeeting:
    """A meeting as a file writes of it; empty where the file says nothing."""

    title: str
    lead: str = ""
    purpose: str = ""
    participants: str = ""
    frequency: str = ""
    focus: str = ""
    chair: str = ""
    group: str = ""
    """The heading that it is under."""

    def by_field(self) -> dict[str, str]:
        """What the file says, by field."""
        return {field.name: value for field in fields(self) if (value := getattr(self, field.name))}


_ROWS = """
Wessex Reducing Violence Partnership | Office of the Police and Crime Commissioner | To agree a shared plan to reduce serious violence and to hold partners to it | PCC, OPCC, Constabulary (ACC), county council, NHS, Probation, YOT rep(s) | Quarterly | Knife crime in and around schools; funding after 2026
Domestic Abuse Local Partnership Board | County Council | Statutory board under the Domestic Abuse Act 2021, which oversees accommodation and support | County council, district councils, Constabulary, Probation, two specialist providers, a survivor representative | Six times a year | Needs assessment and the safe accommodation strategy
Local Resilience Forum Executive | Constabulary and Fire and Rescue Service (joint) | Sets the direction for emergency planning under the Civil Contingencies Act 2004 | Chief Fire Officer, Chief Constable, Environment Agency, NHS, council chief executives and nominated deputies | Twice a year (March and September) | Flood plan; lessons from Exercise Tern
Out of Court Resolutions Scrutiny Panel | OPCC | Reviews a sample of cases to see whether decisions were right and consistent | Magistrates (2), CPS, YOT, victim services, Constabulary | Three times a year | Hate crime and domestic abuse cases
Serious and Organised Crime Joint Action Group | Constabulary | Shares intelligence and agrees who does what about organised crime groups | Constabulary, HMRC, Trading Standards, Border Force, housing providers | Monthly | County lines; modern slavery in car washes
Health and Wellbeing Board | County Council | Statutory board that assesses needs and agrees the strategy for health and care | Council leader, Director of Public Health, ICB, Healthwatch, PCC (by invitation) | Bi-monthly | Better Care Fund and the crisis care pathway
Integrated Offender Management Strategic Group | Probation Service with Constabulary support | Directs how the most persistent offenders are managed together | Probation, Constabulary, OPCC, prisons, drug and alcohol service | Every six weeks | Neighbourhood crime cohort; accommodation on release
Road Safety Partnership | not stated | To reduce deaths and serious injuries on the roads of the two counties | Constabulary, Fire and Rescue, National Highways, both councils | Quarterly, plus an annual conference | Rural roads and young drivers
Youth Justice Management Board | Joint: Council and Constabulary | Oversees the youth justice service and its plan | Director of Children's Services (chair), Supt, Probation, health, education | Quarterly | First-time entrants; disproportionality
Hate Crime and Cohesion Forum | Voluntary sector (SARI) with OPCC support | Listens to communities and advises partners on hate crime and tension | SARI, OPCC, Constabulary, faith leaders, universities | Termly | Reporting centres
Victims and Witnesses Sub-group | OPCC | Improves what victims and witnesses experience from report to sentence | Witness Care, CPS, HMCTS, Victim Support, Lighthouse | Six weekly | Victims' Code compliance
Combating Drugs Partnership | Director of Public Health | Brings partners together under the national drugs strategy | Public health, Constabulary, Probation, Jobcentre Plus, treatment providers, PCC | At least four times a year | Naloxone roll-out, and continuity of care from prison
Business Crime Reduction Board | Chamber of Commerce | Links retailers with the police and councils | BIDs, Constabulary, retailers, Action Fraud | As required | Shop theft
Rural Crime Network | Constabulary | Shares concerns of rural communities, and co-ordinates operations | NFU, CLA, Constabulary, parish councils | Twice yearly | Hare coursing; theft of GPS equipment
Water Safety Forum | Fire and Rescue Service | Prevents drowning through joint campaigns | RNLI, Fire and Rescue, councils, Canal and River Trust | Quarterly in summer, otherwise by email | Riverside barriers
Missing People Oversight Group | Constabulary | Makes sure that children and adults who go missing are found and helped | Constabulary, children's social care, care providers, Catch22 | Monthly (virtual) | Return interviews within 72 hours
"""  # noqa: E501 - one meeting per line


def _meetings() -> tuple[WrittenMeeting, ...]:
    rows = ([cell.strip() for cell in line.split("|")] for line in _ROWS.strip().splitlines())
    return tuple(WrittenMeeting(*row) for row in rows)


MEETINGS = _meetings()
