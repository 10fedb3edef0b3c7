/** Which German occupation a foreign title leads to, and what may never be claimed while that is open (R13, R99; BQFG § 4 (1) no. 1). */
import { describe, expect, test } from "@jest/globals";
import { assessed, likeliest, trained, type Told } from "../../support/told.ts";

const degree: Told = { "qualification.level": "master_or_long_degree", "qualification.duration-years": 5 };

describe("a degree that leads into a regulated profession is never told that no recognition is needed (R99)", () => {
  const table: [country: string, title: string, level: string][] = [
    ["IN", "Bachelor of Physiotherapy", "bachelor"],
    ["IN", "Bachelor of Dental Surgery", "master_or_long_degree"],
    ["PH", "Bachelor of Science in Nursing", "bachelor"],
    ["TR", "Eczacılık Fakültesi Lisans", "master_or_long_degree"],
    ["BR", "Bacharel em Fisioterapia", "bachelor"],
    ["NG", "Doctor of Veterinary Medicine", "master_or_long_degree"],
    ["EG", "بكالوريوس الطب والجراحة", "master_or_long_degree"],
    ["VN", "Bác sĩ đa khoa", "master_or_long_degree"],
    ["IR", "دکترای حرفه‌ای پزشکی", "master_or_long_degree"],
    ["PH", "Bachelor of Elementary Education", "bachelor"],
    ["TR", "Sınıf Öğretmenliği Lisans", "bachelor"],
  ];
  test.each(table)("%s: %s", (country, title, level) => {
    for (const answer of [undefined, "unknown"] as const) {
      const [path] = assessed([trained, { "qualification.country": country, "qualification.title": title, "qualification.level": level, "goal.reference-occupation": answer }]).paths;
      expect([path!.outcome, path!.regulated]).not.toEqual(["no_recognition_needed", "no"]);
    }
  });

  test("a degree whose title nobody knows: whether the work is regulated stays open", () => {
    const path = likeliest([trained, degree, { "qualification.title": "Zxqwv Bnmrt Plkjh" }]);
    expect([path.outcome, path.regulated]).not.toEqual(["no_recognition_needed", "no"]);
  });
});

describe("the choice of the person or of the advisor stands above the search", () => {
  test.each([["Zxqwv Bnmrt", "koch"], ["Kucharz", "koch"], ["Zxqwv Bnmrt", "pflegefachperson"]])("%s as %s", (title, id) => {
    expect(likeliest([trained, { "qualification.title": title, "goal.reference-occupation": id }]).target).toBe(id);
  });
  test("none of the candidates fits: no occupation is compared", () => {
    const { qualifications, paths } = assessed([trained, { "qualification.title": "Koch", "goal.reference-occupation": "none" }]);
    expect(qualifications[0]!.target).toBeUndefined();
    expect(paths.map(({ target }) => target)).not.toContain("koch");
  });
});

test("R2: other work than the one trained for counts as well", () => {
  expect(likeliest([trained, { "goal.purpose": "other-occupation", "goal.occupation": "Koch", "qualification.title": "Bäcker" }]).target).toBe("koch");
});

test("back to the own occupation: the other occupation told before is no longer looked at", () => {
  const stale = { "goal.purpose": "own-occupation", "goal.occupation": "Krankenschwester", "qualification.title": "Koch" };
  expect(likeliest([trained, stale]).target).toBe("koch");
});
