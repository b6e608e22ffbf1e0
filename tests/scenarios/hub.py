"""A plan of 2013 with an update of 2014: one hub in four rows, and words that are no figures."""

HEADINGS = (
    "Services likely to be judged 'Good' if:", "Action Required", "Timescale",
    "Strategic Lead Officer", "September 2013. Measures of progress Measures of Impact",
    "Update March 2014",
)  # fmt: skip
EARLY = "It is too early to measure the impact of the above. Indications are positive."
ROWS = [
    ("2.1 Families are offered help when concerns are first known.",
     "i) Implementation of the Hub.\nii) Implementation of the Help Team & Help Panel.",
     "Oct 13\nSept 13", "i) AD\nii) Early Years",
     "Co-located team.\nMore timely response to concerns.",
     ("i) The Hub went live Oct.13. Many agencies work there.\n"
     "ii) The team have been operational since Nov. 13. The panel went live in Oct. 13.\n"
     f"{EARLY}")),
    ("2.4 Social workers advise other professionals.", "ii) Implementation of the Hub.",
     "Sept 13", "ii) AD", "Co-located team by end Sept 13.",
     "Too soon to assess impact - early indications are positive."),
    ("2.5 Agencies share information in time.", "i) Implementation of the Hub.",
     "Oct. 13", "i) AD", "Co-located team.", "See above 2.1"),
    ("3.0 Referrals are answered in time.",
     ("i) Implementation of the Hub.\n"
     "iii) Review of frontline management & capacity.\niv) Support of night workers."),
     "Sept 13\nSept 13 - Jan 14.\nSept 13", "i) AD\niii) AD\nv) Early Years",
     ("Hub by end of Sept 13.\n100% same day response to referrals. Low numbers/zero unallocated "
     "cases. High degree of compliance with timescales of assessments (80% or above)."),
     ("Approaching 100% same day response to referrals.\nLow – zero unallocated cases.\n"
     "Compliance with timescales of assessments compromised due to high caseloads.")),
    ("4.0 Decisions are made by experienced managers.",
     "i) Review of frontline management & capacity.", "Sept 12 – Jan 14.", "AD",
     "Review by Sept 13.", "See above 3.0"),
]  # fmt: skip
