// Checks the floors of src/ (.config/dependency-cruiser.mjs), and that the check has looked: the tool reads no module at all with a compiler that it does
// not know, and calls that a success.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import config from '../.config/dependency-cruiser.mjs';

const { forbidden, options } = config;
const { output } = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig(options.tsConfig.fileName),
});
const { violations, totalCruised, totalDependenciesCruised } = output.summary;
for (const { rule, from, to } of violations)
  console.error(`${rule.name}: ${from} -> ${to}\n  ${forbidden.find(({ name }) => name === rule.name)?.comment ?? ''}`);

const own = output.modules.filter(({ source }) => source.startsWith('src/')).length;
console.log(
  `floors: ${own} modules and ${totalDependenciesCruised} imports read (${totalCruised} in all), ${violations.length} violations`,
);
if (own < 60 || totalDependenciesCruised < 200) {
  console.error('floors: that is too few; the check has not looked');
  process.exit(1);
}
process.exit(violations.length === 0 ? 0 : 1);
