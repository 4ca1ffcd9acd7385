import { z } from 'zod';

/**
 * What is known of the scorer that comes with Earshot: made by one run of `earshot bench tone DIR --card FILE`, shown on the
 * Method page. Shares run from 0 to 1; `by` names a scorer and version, as scores bear it.
 */

const share = z.number().min(0).max(1);
/** Negative, neutral, positive. */
const probabilities = z.tuple([share, share, share]);

const SetScore = z.strictObject({
  /** Mean F1 of the three classes; null where the set has no neutral texts. */
  macroF1: share.nullable(),
  /** Share of right answers of three; null likewise. */
  accuracy: share.nullable(),
  /** Of the texts that are negative or positive: share whose likelier side is the right one. */
  twoClass: share.nullable(),
  /** Expected calibration error over 15 bins; null for a scorer that states no probabilities. */
  ece: share.nullable(),
});

const MeasuredSet = z.strictObject({
  set: z.string(),
  /** `toward`: each text is asked about with the name of what its tone is toward. */
  kind: z.enum(['whole', 'toward']),
  group: z.string(),
  classes: z.union([z.literal(2), z.literal(3)]),
  texts: z.number().int().positive(),
  /** Lines of the file that are not of its layout. */
  malformed: z.number().int().min(0),
  scores: z.record(z.string(), SetScore),
});

/** Net tone of groups of texts: mean absolute error, on a scale from -1 to 1. Null where no set is large enough. */
const NetToneError = z.strictObject({
  by: z.string(),
  how: z.enum(['estimated', 'counted']),
  natural: z.number().min(0).nullable(),
  shifted: z.number().min(0).nullable(),
});

const Cost = z.strictObject({
  by: z.string(),
  /** Warm, in one thread; null for a scorer that was not asked. */
  textsPerCpuSecond: z.number().positive(),
  timesAfinn: z.number().positive().nullable(),
});

export const ToneReport = z.strictObject({
  /** The scorers, that which judges where nothing else is asked for first. */
  peers: z.array(z.string()).min(1),
  sets: z.array(MeasuredSet),
  means: z.array(
    z.strictObject({
      by: z.string(),
      /** Of sets with three classes and whole texts. */
      macroF1: share.nullable(),
      accuracy: share.nullable(),
      /** Of sets with two classes. */
      twoClass: share.nullable(),
      /** Of sets whose tone is toward a name. */
      towardMacroF1: share.nullable(),
      /** Of all sets. */
      ece: share.nullable(),
    }),
  ),
  /** What is said to be so likely, and how often it came true: 15 bins of the likeliest label, whole texts of three classes. */
  calibration: z.array(
    z.strictObject({
      by: z.string(),
      bins: z.array(z.strictObject({ texts: z.number().int().positive(), sure: share, right: share })),
    }),
  ),
  /** Accuracy of all texts, and of the surest 60%. */
  surest: z.array(z.strictObject({ by: z.string(), all: share, surest: share })),
  netTone: z.strictObject({
    groupSize: z.number().int(),
    groupsPerSet: z.number().int(),
    sets: z.array(z.string()),
    errors: z.array(NetToneError),
  }),
  cost: z.strictObject({
    speed: z.array(Cost),
    /** Of `earshot tone --json` over all these texts, as a process of its own. */
    process: z
      .strictObject({
        texts: z.number().int(),
        peakMemoryMb: z.number().positive(),
        textsPerCpuSecond: z.number().positive(),
      })
      .nullable(),
    weightBytes: z.number().int().positive(),
  }),
});
export type ToneReport = z.infer<typeof ToneReport>;

export const ModelCard = z.strictObject({
  v: z.literal(1),
  /** The scorer and version that the card is of. */
  scorer: z.string(),
  /** The day of the run. */
  date: z.iso.date(),
  /** What the weights were learned from, as their NOTICE names it; empty where it says nothing of makers or licence. */
  data: z.array(
    z.strictObject({
      name: z.string(),
      by: z.string(),
      licence: z.string(),
      url: z.url().nullable(),
      /** Sets of the report that are parts of it. */
      sets: z.array(z.string()),
    }),
  ),
  report: ToneReport,
  /**
   * How the same design does on texts of a trade that it has not learned from: each set judged by weights that were trained and
   * calibrated without it and all others of its trade. Absent until `npm run bench -- uncovered DIR` was run for this scorer.
   */
  uncovered: z
    .strictObject({
      peers: z.array(z.string()).min(1),
      sets: z.array(MeasuredSet),
      means: z.array(
        z.strictObject({
          by: z.string(),
          macroF1: share.nullable(),
          twoClass: share.nullable(),
          ece: share.nullable(),
        }),
      ),
    })
    .optional(),
  /** Sentences of our own on which scorers of this sort fail, and what this one says of them. */
  failures: z.array(
    z.strictObject({
      kind: z.string(),
      examples: z.array(
        z.strictObject({
          text: z.string(),
          target: z.string().optional(),
          group: z.string().optional(),
          right: z.enum(['negative', 'neutral', 'positive']),
          label: z.enum(['negative', 'neutral', 'positive', 'unscored']),
          p: probabilities.nullable(),
        }),
      ),
    }),
  ),
  /** How often what is said to be an intent, a theme or a language is one, where it was measured. */
  precision: z.array(
    z.strictObject({
      of: z.enum(['intent', 'theme', 'language']),
      id: z.string(),
      precision: share,
      /** Cases that this rests on. */
      cases: z.number().int().positive(),
      /** 95% interval of the share (Wilson). */
      interval: z.tuple([share, share]).optional(),
      /** The same apart: public texts that the rules were mended by, others, and cases by the author of the rules, which are not among `cases`. */
      parts: z
        .array(
          z.strictObject({
            of: z.enum(['seen', 'unseen', 'own']),
            right: z.number().int().min(0),
            cases: z.number().int().positive(),
            interval: z.tuple([share, share]),
          }),
        )
        .optional(),
      /** False where it is too seldom right to be counted. */
      counted: z.boolean(),
    }),
  ),
});
export type ModelCard = z.infer<typeof ModelCard>;
