import { laender, type RulesetContent } from "../index.ts";

/** Abbreviations of federal statutes and ordinances as they are written in provisions. */
const federal =
  "AAppO ADR AMG ApBetrO ASiG ATA-OTA-APrV ATA-OTA-G AufenthG AufenthV AWaffV AZAV BApO BÄO ÄApprO BBergG BBFVerfV BBG BBiG BDSG BeschV BewachV BGB BinSchPersV " +
  "BJagdG BKrFQG BKrFQV BNotO BQFG BRAO BtOG BTÄO BVFG BZRG ChemVerbotsV DiätAss-APrV DiätAssG DRiG DVO-HeilprG ErgThAPrV ErgThG EStG EuPAG EuRAG FahrlG FamFG " +
  "FeV FinVermV FreizügG/EU FSPersAV GBZugV GbV GDolmG GefStoffV GewO GFABPrV GG GGVSEB GVG HebG HebStPrV HeilprG HeimPersV HRG HwO ImmVermV KfSachvG LAP-gDBNDV LBAV LogAPrO " +
  "LogopG LuftPersV LuftSiG LuftSiSchulV LuftVG MaBV MeistPrFRGlV MeistPrÖGlV MPhG MTAPrV MTBG MuSchG NAV NDAV NotSan-APrV NotSanG OrthoptAPrV OrthoptG PAO PatAnwO PBefG " +
  "PBZugV PflAPrV PflBG PflFAssG PflSchG PflSchSachkV PhysTh-APrV PodAPrV PodG PrfgZAUTV PrfgZFortbAUTV PrfgZFrankrV PsychThApprO PsychThG PTA-APrV PTAG RDG RDGEG RPflG " +
  "SchfHwG See-BV SeeArbG SeeLG SprengG StAG StBerG StrlSchG StrlSchV StPO TAppV TfV TierSchG TierSchlV TierSchTrV TierZDV TierZG TVG VersVermV VwGO VwVfG WaffG WeinG WEG WPO ZApprO ZHG ZPO";
const withBlanks = ["EU/EWR HwV", "BRAO§206DV", "RestG LSA", "BauO LSA", "RG M-V", "SGB I", "SGB II", "SGB III", "SGB V", "SGB VIII", "SGB IX", "SGB X", "SGB XI", "ÄApprO 2002", "EU-Vertrag", "Charter of Fundamental Rights"];
/** State statutes that are cited without the short form of the Land. */
const ofLaender = "BayHKaG BayBauKaG BayAPOFspl BayPrüfVBau BayFiG BayBergV BayBQFG BbgBO NIngG HPPVO SächsLVO LKonV WVO PrüfVBau SächsBG ThürLbG ErzAnerkVO";
const known = new Set([...federal.split(" "), ...ofLaender.split(" "), ...withBlanks]);
const union = /^(Directive|Regulation|Decision|Delegated Regulation|Implementing Regulation|Recommendation) (\(E[CU]\) )?(No )?\d+\/\d+(\/(EC|EU|EEC))?$/;
/** Technical standards, where the rule rests on one and no law ties the work. */
const standard = /^(DIN |EN |ISO )+\d+(-\d+)*$/;

/** The statute of a provision: what stands before the first section, article or annex. */
export function statuteOf(provision: string): string {
  return provision.split(/ (?:§§?|Art\.|Article|Anlage|Anhang|[Aa]nnex|Abschnitt|Nr\.)(?=$| ?[\dA-Z])| (?=\d+\.\d)/)[0]?.trim() ?? provision;
}

/** Is the abbreviation of the statute known: federal law, Union law, Land law, a training regulation of the rules, or a technical standard? */
export function isKnownStatute(statute: string, trainingRegulations: ReadonlySet<string>): boolean {
  const [first = ""] = statute.split(" ");
  const last = statute.split(" ").at(-1) ?? "";
  if (first === "Land" || isLand(first) || isLand(last)) return statute.includes(" ");
  return known.has(statute) || trainingRegulations.has(statute) || union.test(statute) || standard.test(statute);
}

/**
 * A provision written in another way than the rules write it (Schreibweise): `HebG § 58 Abs. 1 Satz 2 Nr. 3`.
 * @returns the way of the rules, `HebG § 58 (1) sentence 2 no. 3`; undefined where nothing is to be changed
 */
export function plainProvision(provision: string): string | undefined {
  if (!/(§|Art\.)/.test(provision)) return undefined;
  const plain = provision
    .replace(/\s*\b(?:Abs\.|Absatz)\s*(\d+[a-z]?)/g, " ($1)")
    .replace(/\s+(?:Satz|S\.)\s*(\d+)/g, " sentence $1")
    .replace(/\s+(?:Nr\.|Nummer)\s*(\d+)/g, " no. $1");
  return plain === provision ? undefined : plain;
}

const isLand = (word: string) => (laender as readonly string[]).includes(word);

/** Abbreviations of the training regulations (Ausbildungsordnungen) that the reference occupations name. */
export function trainingRegulationsOf(content: RulesetContent): Set<string> {
  return new Set(content.referenceOccupations.flatMap(({ regulation }) => regulation?.abbreviation ?? []));
}
