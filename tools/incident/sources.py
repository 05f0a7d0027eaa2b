"""What rules cite beside the protocols: statutes and regulations ('law …') and published guidance ('source …').

Each was seen on the date in `CHECKED`, as the specification records.
"""

from typing import NamedTuple

#: The date on which the sources were last checked.
CHECKED = "2026-11-30"


class Source(NamedTuple):
    """A statute or a publication: its title with the provision, and its URL where one was seen."""

    title: str
    url: str = ""


LAW: dict[str, Source] = {
    "pace-38": Source(
        "Police and Criminal Evidence Act 1984, section 38(6)",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/38",
    ),
    "chr-34": Source(
        "Children’s Homes (England) Regulations 2015, regulation 34",
        "https://www.legislation.gov.uk/uksi/2015/541/regulation/34",
    ),
    "chr-35": Source(
        "Children’s Homes (England) Regulations 2015, regulation 35",
        "https://www.legislation.gov.uk/uksi/2015/541/regulation/35",
    ),
    "chr-40": Source(
        "Children’s Homes (England) Regulations 2015, regulation 40",
        "https://www.legislation.gov.uk/uksi/2015/541/regulation/40",
    ),
    "sar-22": Source(
        "Supported Accommodation (England) Regulations 2023, regulation 22",
        "https://www.legislation.gov.uk/uksi/2023/416/regulation/22",
    ),
    "sar-27": Source(
        "Supported Accommodation (England) Regulations 2023, regulation 27",
        "https://www.legislation.gov.uk/uksi/2023/416/regulation/27",
    ),
    "fsr-36": Source(
        "Fostering Services (England) Regulations 2011, regulation 36 and Schedule 7",
        "https://www.legislation.gov.uk/uksi/2011/581",
    ),
    "chr-19": Source(
        "Children’s Homes (England) Regulations 2015, regulation 19",
        "https://www.legislation.gov.uk/uksi/2015/541/regulation/19",
    ),
    "chr-20": Source(
        "Children’s Homes (England) Regulations 2015, regulation 20",
        "https://www.legislation.gov.uk/uksi/2015/541/regulation/20",
    ),
    "chr-22": Source(
        "Children’s Homes (England) Regulations 2015, regulation 22",
        "https://www.legislation.gov.uk/uksi/2015/541/regulation/22",
    ),
    "fsr-13": Source(
        "Fostering Services (England) Regulations 2011, regulation 13",
        "https://www.legislation.gov.uk/uksi/2011/581/regulation/13",
    ),
    "cla-3": Source("Criminal Law Act 1967, section 3", "https://www.legislation.gov.uk/ukpga/1967/58/section/3"),
    "ca-20": Source("Children Act 1989, section 20", "https://www.legislation.gov.uk/ukpga/1989/41/section/20"),
    "ca-46": Source("Children Act 1989, section 46", "https://www.legislation.gov.uk/ukpga/1989/41/section/46"),
    "ca-49": Source("Children Act 1989, sections 49 and 50", "https://www.legislation.gov.uk/ukpga/1989/41/section/49"),
    "caa-1984": Source("Child Abduction Act 1984, sections 1 and 2", "https://www.legislation.gov.uk/ukpga/1984/37"),
    "cypa-50": Source(
        "Children and Young Persons Act 1933, section 50",
        "https://www.legislation.gov.uk/ukpga/Geo5/23-24/12/section/50",
    ),
    "da-1": Source(
        "Domestic Abuse Act 2021, sections 1 to 3", "https://www.legislation.gov.uk/ukpga/2021/17/section/1"
    ),
    "soa-16": Source(
        "Sexual Offences Act 2003, sections 16 to 22", "https://www.legislation.gov.uk/ukpga/2003/42/section/16"
    ),
    "fgm-5b": Source(
        "Female Genital Mutilation Act 2003, section 5B", "https://www.legislation.gov.uk/ukpga/2003/31/section/5B"
    ),
    "msa-51": Source(
        "Modern Slavery Act 2015, sections 45, 51 and 52", "https://www.legislation.gov.uk/ukpga/2015/30/section/51"
    ),
    "mda-5": Source(
        "Misuse of Drugs Act 1971, sections 5(4) and 8", "https://www.legislation.gov.uk/ukpga/1971/38/section/5"
    ),
    "mha-136": Source(
        "Mental Health Act 1983, sections 135 and 136", "https://www.legislation.gov.uk/ukpga/1983/20/section/136"
    ),
    "aew-2018": Source(
        "Assaults on Emergency Workers (Offences) Act 2018, section 3",
        "https://www.legislation.gov.uk/ukpga/2018/23/section/3",
    ),
    "rta-22a": Source("Road Traffic Act 1988, section 22A", "https://www.legislation.gov.uk/ukpga/1988/52/section/22A"),
    "chr-33": Source(
        "Children’s Homes (England) Regulations 2015, regulation 33",
        "https://www.legislation.gov.uk/uksi/2015/541/regulation/33",
    ),
    "sca-75a": Source("Serious Crime Act 2015, section 75A", "https://www.legislation.gov.uk/ukpga/2015/9/section/75A"),
    "cypa-34": Source(
        "Children and Young Persons Act 1933, section 34; Police and Criminal Evidence Act 1984, sections 56 to 58",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/57",
    ),
    "pace-1": Source(
        "Police and Criminal Evidence Act 1984, sections 1 to 3",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/1",
    ),
    "pace-16": Source(
        "Police and Criminal Evidence Act 1984, sections 16 to 22",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/17",
    ),
    "pace-29": Source(
        "Police and Criminal Evidence Act 1984, sections 24 and 29",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/29",
    ),
    "pace-46a": Source(
        "Police and Criminal Evidence Act 1984, sections 46A and 47; Bail Act 1976, section 3A(8)",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/46A",
    ),
    "pcsca-37": Source(
        "Police, Crime, Sentencing and Courts Act 2022, sections 37 to 39",
        "https://www.legislation.gov.uk/ukpga/2022/32/section/37",
    ),
}

GUIDANCE: dict[str, Source] = {
    "hse-violence": Source("Health and Safety Executive, reporting violence at work", "https://www.hse.gov.uk"),
    "nhs-head-injury": Source("NHS, head injury and concussion; national guideline NG232"),
    "nhs-poisoning": Source("NHS, poisoning"),
    "nhs-burns": Source("NHS, burns and scalds; acid and chemical burns"),
    "nhs-first-aid": Source("NHS, first aid"),
    "nhs-seizures": Source("NHS, what to do if someone has a seizure"),
    "nhs-111-mental-health": Source("NHS 111, mental health option, all ages, since August 2024"),
    "resuscitation": Source("Resuscitation Council UK, guidelines of October 2025, as training bodies summarise them"),
    "naloxone": Source("Homeless Link, We Are With You and EDP, naloxone"),
    "button-batteries": Source("Alder Hey Children’s Hospital, button batteries and magnets"),
    "blood-exposure": Source("Northern Care Alliance, exposure to blood; Leeds Teaching Hospitals, human bites"),
    "anaphylaxis": Source("Anaphylaxis UK, what to do in an emergency"),
    "solvents": Source("NORCAS, solvents: do not chase or startle"),
    "strangulation": Source("St Emlyn’s and UK guideline 2024, non-fatal strangulation; nidirect"),
    "spiking": Source("Police forces, spiking: tests and times", "https://www.northwales.police.uk"),
    "restraint-position": Source("Training bodies, positional asphyxia"),
    "gas-emergency": Source("National gas emergency service, 0800 111 999"),
    "batteries": Source("North Yorkshire Fire and Rescue and Southern Housing, lithium batteries"),
    "fire-setting": Source("Fire services, schemes for young fire setters"),
    "watchdog-dates": Source(
        "Independent Office for Police Conduct, recommendations 2017 to 2024", "https://www.policeconduct.gov.uk"
    ),
    "watchdog-complaints": Source(
        "Independent Office for Police Conduct, making a complaint", "https://www.policeconduct.gov.uk"
    ),
    "silent-999": Source("Police watchdog, silent solution: press 55"),
    "lado-network": Source("National LADO Network, tiers of concern"),
    "csa-centre": Source("Centre of Expertise on Child Sexual Abuse, communicating with children, February 2022"),
    "forensic-windows": Source("Sexual assault referral centres and council procedures: times for evidence differ"),
    "early-evidence": Source("SCIE, early evidence kits"),
    "report-remove": Source("Childline and Internet Watch Foundation, Report Remove", "https://www.iwf.org.uk"),
    "sharing-nudes": Source("GOV.UK, sharing nudes and semi-nudes, 11 March 2024", "https://www.gov.uk"),
    "sextortion": Source("National Crime Agency alert, April 2024, as youth services quote it"),
    "college-detention": Source("College of Policing, children in detention", "https://www.college.police.uk"),
    "college-missing": Source("College of Policing, missing persons", "https://www.college.police.uk"),
    "college-images": Source("College of Policing, nude images and children", "https://www.college.police.uk"),
    "wakefield-s20": Source("Council procedures, accommodated children and parents who remove them"),
    "modern-slavery": Source("Home Office, modern slavery statutory guidance"),
    "cuckooing": Source("Council and charity guidance on home takeover"),
    "stalking": Source("Stalking advice: log everything, do not reply"),
    "protectuk": Source("ProtectUK, bomb threats", "https://www.protectuk.police.uk"),
    "act-early": Source("ACT Early, 0800 011 3764", "https://actearly.uk"),
    "report-fraud": Source("Report Fraud, which replaced Action Fraud on 4 December 2025"),
    "e-scooters": Source("Police and council pages, private e-scooters"),
    "taser-aftercare": Source("NHS and police aftercare leaflets, Taser and incapacitant spray"),
    "broken-door": Source("House of Commons Library SN06627, compensation for doors broken by the police"),
    "medicine-errors": Source("NICE, managing medicines in care homes", "https://www.nice.org.uk"),
    "self-harm-guideline": Source("NICE guideline NG225, self-harm", "https://www.nice.org.uk"),
    "eating-disorders": Source("Royal College of Psychiatrists, medical emergencies in eating disorders, 2022"),
    "tattooing": Source("Council pages, tattooing of minors"),
    "water-safety": Source("RNLI and fire services, float to live"),
    "police-missing": Source(
        "County police page, missing children: try to find them first, then 101, or 999 in danger"
    ),
    "police-codes": Source("Police codes of practice A, B and C, as secondary sources quote them"),
    "banned-weapons": Source(
        "Weapons unlawful in private too: zombie-style knives and machetes since 24 September 2024, ninja swords since "
        "1 August 2025, as news and trade pages report"
    ),
    "fireworks": Source("Council and police pages, fireworks: age, public places and sellers"),
    "drug-vapes": Source("Reports of children taken ill from vapes that held spice or opioids"),
    "alcohol-poisoning": Source("NHS, alcohol poisoning"),
}
