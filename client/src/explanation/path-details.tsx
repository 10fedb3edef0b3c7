import { useText, type TextKey, Worded } from "../ui/index.ts";
import { AreasTable } from "./areas-table.tsx";
import { Part } from "./part.tsx";
import type { PathView } from "./present-result.ts";
import { Reasons, Source } from "./reasons.tsx";
import { OtherMark, Sources } from "./sources.tsx";

interface Props {
  readonly path: PathView;
}

/** Everything else of one way: what has to be done stands open, what is looked up is folded. */
export function PathDetails({ path }: Props) {
  const text = useText();
  return (
    <>
      <section>
        <h3>{text("result.must-i")}</h3>
        <p>
          <strong>
            <Worded of={path.regulatedText} />
          </strong>{" "}
          {path.formText && <Worded of={path.formText} />}
        </p>
        {path.duty.length === 0 && <Source {...path.regulatedSource} />}
        <Reasons reasons={path.duty} />
        <p>
          <strong>
            <Worded of={path.procedureTitle} />.
          </strong>{" "}
          <Worded of={path.procedureSentence} />
        </p>
        <Source {...path.procedureSource} />
      </section>
      {path.next.length > 0 && (
        <section>
          <h3>{text("result.next")}</h3>
          <ol className="next">
            {path.next.map((step) => (
              <li key={step.sentence.text}>
                <Worded of={step.sentence} /> <OtherMark of={step} group={path.next} />
              </li>
            ))}
          </ol>
          <Sources of={path.next} />
        </section>
      )}
      <Measures path={path} />
      <div className="parts">
        <Sourced title="result.free" statements={path.free} />
        <Documents path={path} />
        <Language path={path} />
        <AreasTable areas={path.areas} differences={path.differences} />
        <Sourced title="result.funding" statements={path.funding} />
        <Sourced title="result.residence" statements={path.residence} />
        {path.reasons.length > 0 && (
          <Part title={text("result.reasons")} count={path.reasons.length}>
            <Reasons reasons={path.reasons} />
          </Part>
        )}
      </div>
    </>
  );
}

/** Measures and exams that the notice can ask for, and who chooses. An exam that is itself the measure is told once. */
function Measures({ path }: Props) {
  const text = useText();
  if (path.measures.length + path.exams.length === 0) return null;
  const examOf = (title: string) => path.exams.find((exam) => exam.title.text === title);
  const otherExams = path.exams.filter((exam) => path.measures.every(({ title }) => title.text !== exam.title.text));
  const chosenBy = path.chosenBy && { ...path.chosenBy, title: path.chosenBy.sentence };
  const group = [...(chosenBy ? [chosenBy] : []), ...path.measures, ...otherExams];
  const repeats = (exam: PathView["exams"][number] | undefined) => exam?.repeats !== undefined && text("result.repeats", { count: exam.repeats });
  return (
    <section>
      <h3>{text("result.measures")}</h3>
      {chosenBy && (
        <p>
          <strong>
            <Worded of={chosenBy.sentence} />
          </strong>{" "}
          <OtherMark of={chosenBy} group={group} />
        </p>
      )}
      <ul className="measures">
        {path.measures.map((measure) => (
          <li key={measure.code} data-measure={measure.code} data-exam={examOf(measure.title.text)?.code}>
            <strong>
              <Worded of={measure.title} />
            </strong>{" "}
            <Worded of={measure.sentence} /> {measure.longest !== undefined && text("result.longest", { count: measure.longest })} {repeats(examOf(measure.title.text))} <OtherMark of={measure} group={group} />
          </li>
        ))}
        {otherExams.map((exam) => (
          <li key={exam.code} data-exam={exam.code}>
            <strong>
              <Worded of={exam.title} />
            </strong>{" "}
            <Worded of={exam.sentence} /> {repeats(exam)} <OtherMark of={exam} group={group} />
          </li>
        ))}
      </ul>
      <Sources of={group} />
    </section>
  );
}

/** Level of German that the profession asks for. */
function Language({ path }: Props) {
  const text = useText();
  if (path.language.length === 0) return null;
  return (
    <Part title={text("result.language")}>
      {path.language.map((language) => (
        <div key={language.text}>
          <p>
            {language.level ? text("result.language-level", { level: language.level }) : text("result.language-see-reasons")} {language.professional && text("result.language-professional", { level: language.professional })}
          </p>
          <Source law={language.law} mark={language.mark} markText={language.markText} />
        </div>
      ))}
    </Part>
  );
}

/** Papers of this way, those the person still needs first. */
function Documents({ path }: Props) {
  const text = useText();
  if (path.documents.length === 0) return null;
  const papers = path.documents;
  return (
    <Part title={text("result.documents")} count={papers.length}>
      <ul className="documents">
        {papers.map((paper) => (
          <li key={paper.id} className={`has-${paper.has}`}>
            <Worded of={paper.title} /> <span className="state">{text(`documents.${paper.has}`)}</span>
            {paper.translation === "certified" && <span className="detail">{text("documents.certified")}</span>}
            <OtherMark of={paper} group={papers} />
          </li>
        ))}
      </ul>
      <Sources of={papers} />
    </Part>
  );
}

/** Statements that each name their source. */
function Sourced({ title, statements }: { readonly title: TextKey; readonly statements: PathView["funding"] }) {
  const text = useText();
  if (statements.length === 0) return null;
  return (
    <Part title={text(title)} count={statements.length}>
      <ol className="statements">
        {statements.map((statement) => (
          <li key={statement.sentence.text}>
            <Worded of={statement.sentence} /> <OtherMark of={statement} group={statements} />
          </li>
        ))}
      </ol>
      <Sources of={statements} />
    </Part>
  );
}
