"""Countries by their codes (ISO 3166-1, of two letters and of three) and their names in English."""

from collections.abc import Mapping
from functools import cache

from tui.brief.spelling import fold

_TABLE = """
AD Andorra; AE United Arab Emirates/UAE; AF Afghanistan; AG Antigua and Barbuda; AI Anguilla;
AL Albania; AM Armenia; AO Angola; AQ Antarctica; AR Argentina; AS Samoa; AT Austria;
AU Australia; AW Aruba; AX Åland Islands; AZ Azerbaijan; BA Bosnia and Herzegovina/Bosnia;
BB Barbados; BD Bangladesh; BE Belgium; BF Burkina Faso; BG Bulgaria; BH Bahrain; BI Burundi;
BJ Benin; BL Saint Barthelemy; BM Bermuda; BN Brunei/Brunei Darussalam; BO Bolivia;
BQ Caribbean NL; BR Brazil; BS Bahamas; BT Bhutan; BV Bouvet Island; BW Botswana; BY Belarus;
BZ Belize; CA Canada; CC Cocos (Keeling) Islands;
CD Democratic Republic of the Congo/DR Congo/DRC; CF Central African Republic/CAR;
CG Republic of the Congo/Congo; CH Switzerland; CI Côte d'Ivoire/Ivory Coast; CK Cook Islands;
CL Chile; CM Cameroon; CN China/People's Republic of China; CO Colombia; CR Costa Rica; CU Cuba;
CV Cape Verde/Cabo Verde;
CW Curaçao; CX Christmas Island; CY Cyprus; CZ Czech Republic/Czechia; DE Germany; DJ Djibouti;
DK Denmark; DM Dominica; DO Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia; EG Egypt;
EH Western Sahara; ER Eritrea; ES Spain; ET Ethiopia; FI Finland; FJ Fiji; FK Falkland Islands;
FM Micronesia; FO Faroe Islands; FR France; GA Gabon; GB United Kingdom/Great Britain/UK;
GD Grenada; GE Georgia; GF French Guiana; GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland;
GM Gambia/The Gambia; GN Guinea; GP Guadeloupe; GQ Equatorial Guinea; GR Greece;
GS South Georgia and the South Sandwich Islands; GT Guatemala; GU Guam; GW Guinea-Bissau;
GY Guyana; HK Hong Kong; HM Heard Island and McDonald Islands; HN Honduras; HR Croatia; HT Haiti;
HU Hungary; ID Indonesia; IE Ireland; IL Israel; IM Isle of Man; IN India;
IO British Indian Ocean Territory; IQ Iraq; IR Iran/Islamic Republic of Iran; IS Iceland;
IT Italy; JE Jersey; JM Jamaica; JO Jordan; JP Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia;
KI Kiribati; KM Comoros; KN Saint Kitts and Nevis; KP North Korea/DPRK;
KR South Korea/Republic of Korea; KW Kuwait; KY Cayman Islands; KZ Kazakhstan;
LA Laos/Lao People's Democratic Republic; LB Lebanon; LC Saint Lucia; LI Liechtenstein;
LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg; LV Latvia; LY Libya;
MA Morocco; MC Monaco; MD Moldova/Republic of Moldova; ME Montenegro; MF Saint Martin;
MG Madagascar; MH Marshall Islands; MK North Macedonia/Macedonia; ML Mali; MM Myanmar/Burma;
MN Mongolia; MO Macau; MP Northern Mariana Islands; MQ Martinique; MR Mauritania; MS Montserrat;
MT Malta; MU Mauritius; MV Maldives; MW Malawi; MX Mexico; MY Malaysia; MZ Mozambique;
NA Namibia; NC New Caledonia; NE Niger; NF Norfolk Island; NG Nigeria; NI Nicaragua;
NL Netherlands/The Netherlands; NO Norway; NP Nepal; NR Nauru; NU Niue; NZ New Zealand; OM Oman;
PA Panama; PE Peru; PF French Polynesia; PG Papua New Guinea; PH Philippines; PK Pakistan;
PL Poland; PM Saint Pierre and Miquelon; PN Pitcairn; PR Puerto Rico;
PS Palestine/State of Palestine; PT Portugal; PW Palau; PY Paraguay; QA Qatar; RE Réunion;
RO Romania; RS Serbia; RU Russia/Russian Federation; RW Rwanda; SA Saudi Arabia;
SB Solomon Islands; SC Seychelles; SD Sudan; SE Sweden; SG Singapore; SH Saint Helena;
SI Slovenia; SJ Svalbard and Jan Mayen; SK Slovakia; SL Sierra Leone; SM San Marino; SN Senegal;
SO Somalia; SR Suriname; SS South Sudan; ST Sao Tome and Principe; SV El Salvador;
SX Saint Maarten; SY Syria/Syrian Arab Republic; SZ Eswatini/Swaziland; TC Turks and Caicos Is;
TD Chad; TF French S. Terr.; TG Togo; TH Thailand; TJ Tajikistan; TK Tokelau;
TL East Timor/Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga; TR Turkey/Türkiye;
TT Trinidad and Tobago; TV Tuvalu; TW Taiwan; TZ Tanzania/United Republic of Tanzania;
UA Ukraine; UG Uganda; UM US minor outlying islands;
US United States/United States of America/USA; UY Uruguay; UZ Uzbekistan;
VA Vatican City/Holy See/Vatican; VC Saint Vincent; VE Venezuela; VG Virgin Islands;
VI Virgin Islands; VN Vietnam/Viet Nam; VU Vanuatu; WF Wallis and Futuna; WS Samoa; YE Yemen;
YT Mayotte; ZA South Africa; ZM Zambia; ZW Zimbabwe
"""

_OF_THREE_LETTERS = """
AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI
BEN BLM BMU BRN BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN
COL CRI CUB CPV CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK
FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD
HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA
PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD
MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL
NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA
SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF
TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY UZB VAT VCT VEN VGB VIR
VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE
"""
"""The codes of three letters, in the order of the table."""


def country_code(name: str) -> str:
    """The code of a country by its name or its code; empty for what is no country."""
    return _codes().get(fold(name.replace("’", "'")), "")


@cache
def _codes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    entries = " ".join(_TABLE.split()).split(";")
    for entry, longer in zip(entries, _OF_THREE_LETTERS.split(), strict=True):
        code, _, names = entry.strip().partition(" ")
        found |= {fold(name): code for name in (code, longer, *names.split("/"))}
    return found
