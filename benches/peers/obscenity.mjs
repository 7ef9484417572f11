// Whether obscenity's English preset finds something, for every text.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(`${process.env.PEERS}/index.js`);
const { RegExpMatcher, englishDataset, englishRecommendedTransformers } = require("obscenity");
const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const { texts } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify({ found: texts.map((text) => matcher.hasMatch(text)) }));
