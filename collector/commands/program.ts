import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { StoreError } from '../store/store-error.ts';
import { CommandError, type ExitCode, plainLine, type World } from './world.ts';

/**
 * Runs one command line; gives its exit code. Nothing but this knows how options are written.
 * Each command's code is loaded when it is asked for: a night need not wait for what serves pages.
 */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  let exit: ExitCode = 0;
  const program = new Command('earshot')
    .description('What the public says about a brand, measured honestly.')
    .version(world.version)
    .configureOutput({ writeOut: world.out, writeErr: world.err })
    .exitOverride()
    .showHelpAfterError('(--help lists the commands and their options)');

  /** A command with the options that all have. */
  const command = (name: string, text: string) =>
    program
      .command(name)
      .description(text)
      .option('--config <file>', 'config to go by', 'brand.yml')
      .option('--data <dir>', 'folder of the lines (default: data)')
      .option('--json', 'one JSON document on standard output; words for people go to standard error')
      .option('--now <time>', 'a fixed clock: 2026-11-20T05:17:00Z')
      .option('--dry-run', 'do all of it, write nothing')
      .option('--demo', 'the invented demo brand, whatever brand.yml says')
      .addOption(
        new Option('--allow-private <host>', 'open one address that is not public, for tests')
          .argParser((host: string, before: string[] = []) => [...before, host])
          .default([], 'none'),
      );
  const port = new Option('--port <number>', 'port to serve on').default(4321).argParser((text) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > 65535)
      throw new InvalidArgumentError('a port is 1 to 65535');
    return number;
  });
  const wholeNumber = (text: string) => {
    if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('a whole number is wanted');
    return Number(text);
  };
  const collectNames = (names: string, before: string[] = []) => [
    ...before,
    ...names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ];

  command('start', 'collect, measure, build, and serve the pages on this machine')
    .addOption(port)
    .option('--no-serve', 'stop when the pages are built')
    .action(async (options) => {
      exit = await (await import('./start.ts')).startCommand(options, world);
    });
  command('dev', 'the same with live reload')
    .addOption(port)
    .action(async (options) => {
      exit = await (await import('./start.ts')).devCommand(options, world);
    });
  command('collect', 'read the sources and append what they say')
    .option('--only <ids>', 'these sources only', collectNames)
    .option('--since <day>', 'ask the sources back to this day, whatever was covered: 2026-01-31')
    .action(async (options) => {
      exit = await (await import('./stages.ts')).collectCommand(options, world);
    });
  command('measure', 'make the figures from the lines').action(async (options) => {
    exit = await (await import('./stages.ts')).measureCommand(options, world);
  });
  command('build', 'build the pages from the figures')
    .option('--out <dir>', 'folder for the pages', 'dist')
    .option('--base <path>', "path they are served under (default: that of the config's site.url, or /)")
    .option('--offline', 'pages that are read from a disk, without a server: open index.html')
    .action(async (options) => {
      exit = await (await import('./stages.ts')).buildCommand(options, world);
    });
  command('night', 'collect, measure, note what is published, commit and push')
    .option('--if-older-than <hours>', 'only if the last run is older than this, such as 20h')
    .option('--no-push', 'commit, but leave the pushing to you')
    .action(async (options) => {
      exit = await (await import('./night.ts')).nightCommand(options, world);
    });
  command('import', 'read exports of reviews and surveys from inbox/, as brand.yml says')
    .argument('[ids...]', 'these sources and surveys only')
    .action(async (ids: string[], options) => {
      exit = await (await import('./import.ts')).importCommand(ids, options, world);
    });
  command('try', 'read one source and show what it gives; writes nothing')
    .argument('<source-id>')
    .action(async (id: string, options) => {
      exit = await (await import('./try.ts')).tryCommand(id, options, world);
    });
  command('tone', 'tell the tone of lines of text from standard input; reads no config')
    .option('--target <name>', 'toward this name, where a line says no other')
    .option('--group <group>', 'sort of source, where a line says no other: news, social or reviews')
    .option('--lang <tag>', 'language, where a line says no other (default: as detected)')
    .option('--scorer <name>', 'judge by this scorer (default: the one that judges mentions)')
    .action(async (options) => {
      (await import('./frugal-heap.ts')).keepHeapSmall();
      exit = await (await import('./tone.ts')).toneCommand(options, world);
    });
  command(
    'bench',
    'measure how well and how fast tone is told (bench tone DIR, with NAME/test.tsv in it), or how often intents are right (bench intents)',
  )
    .addArgument(new Argument('<what>', 'what to measure').choices(['tone', 'intents']))
    .argument('[dir]', 'folder of labelled texts, for tone')
    .option('--card <file>', 'also write the model card that the Method page shows')
    .action(async (what: string, dir: string | undefined, options) => {
      if (what === 'intents') exit = (await import('./bench-intents.ts')).benchIntentsCommand(options, world);
      else if (dir === undefined)
        throw new CommandError('bench tone needs a folder of labelled texts: bench tone DIR');
      else exit = await (await import('./bench-tone.ts')).benchToneCommand(dir, options, world);
    });
  command('query', 'show what a changed query loses and gains; writes nothing')
    .option('--against <file>', 'the config as it was: a file, or a commit of git (default: HEAD)')
    .option(
      '--brand <id>',
      "this brand only; with a query below, the brand it is for (default: the config's own)",
    )
    .option('--match <query>', 'try this query instead of the one in the config')
    .option('--any <words>', 'words of which one must be there, with commas between', collectNames)
    .option('--all <words>', 'words that must all be there', collectNames)
    .option('--none <words>', 'words that speak of something else', collectNames)
    .option('--context <words>', 'words of which one must stand in the same text', collectNames)
    .option('--offline', 'look at what is stored only; read no source')
    .option('--markdown', 'Markdown on standard output, for a comment on a pull request')
    .action(async (options) => {
      exit = await (await import('./query.ts')).queryCommand(options, world);
    });
  command('themes', 'show what falls under each theme, and what falls under none; writes nothing')
    .addOption(new Option('--days <number>', 'published in the last days').default(90).argParser(wholeNumber))
    .option('--brand <id>', "of this brand (default: the config's own)")
    .addOption(
      new Option('--least <number>', 'stories that a candidate stands in at least')
        .default(3)
        .argParser(wholeNumber),
    )
    .addOption(new Option('--most <number>', 'candidates shown').default(20).argParser(wholeNumber))
    .addHelpText(
      'after',
      `
Counts are of stories, by today's words of brand.yml, whatever is stored. Candidates are words and phrases of up to three words in
stories without a theme, from two sites at least, ranked by log-odds with a Dirichlet prior: by how often and by how much more they stand
there than in stories with a theme (z, of which 1 is the least). Names of brands, words of every text and parts of a longer phrase are
left out. Languages are looked at one by one; what is written without spaces is cut into words by a dictionary.`,
    )
    .action(async (options) => {
      exit = await (await import('./themes.ts')).themesCommand(options, world);
    });
  command(
    'replay',
    "score the whole history anew with today's config; show what moves, then write it",
  ).action(async (options) => {
    exit = await (await import('./replay.ts')).replayCommand(options, world);
  });
  command('init', 'ask for the brand, look for its feeds, and write a commented brand.yml')
    .option('--name <name>', 'the brand, as people write it')
    .option('--id <id>', 'its short name in the data files (default: from the name)')
    .option('--home <address>', 'its home page, to look for feeds on')
    .option('--also <words>', 'other ways to write it, with commas between', collectNames)
    .option('--context <words>', 'words of which one must stand in the same text', collectNames)
    .option('--none <words>', 'words that speak of something else', collectNames)
    .option('--competitor <names>', 'competitors, with commas between', collectNames)
    .option('--article <article>', 'Wikipedia article: en.wikipedia.org/Name', collectNames)
    .option('--feed <address>', 'another feed to read', (url: string, before: string[] = []) => [
      ...before,
      url,
    ])
    .option('--zone <zone>', 'time zone of days and weeks: Europe/Berlin')
    .option('--locale <locale>', 'how numbers and dates are written: en-GB')
    .option('--contact <address>', 'address for whoever wants a mention removed')
    .option('--yes', 'ask nothing: take the flags and every usual proposal')
    .option('--force', 'replace a config that names another brand')
    .action(async (options) => {
      exit = await (await import('./init.ts')).initCommand(options, world);
    });
  command('doctor', 'check config, data, every source and the repository, and say what to do')
    .option('--offline', 'ask nothing of the network')
    .action(async (options) => {
      exit = await (await import('./doctor.ts')).doctorCommand(options, world);
    });
  command('verify', 'look through every line, judge and measure again; writes nothing').action(
    async (options) => {
      exit = await (await import('./verify.ts')).verifyCommand(options, world);
    },
  );
  command('label', 'ask people for the tone of mentions: on the terminal, or by a sheet for colleagues')
    .addOption(
      new Option(
        '--n <number>',
        'mentions to ask about (default: 50, in a sheet as many as hold 200 drawn by lot)',
      ).argParser(wholeNumber),
    )
    .option('--brand <id>', "toward this brand (default: the config's own)")
    .addOption(
      new Option(
        '--teaching <percent>',
        'share of what the scorer is least sure of; the rest is drawn by lot (default: 25)',
      ).argParser(wholeNumber),
    )
    .addOption(
      new Option('--days <number>', 'from what was published in so many days (default: 365)').argParser(
        wholeNumber,
      ),
    )
    .option('--seed <text>', 'another draw')
    .option('--by <letter>', 'a letter that tells people apart where several label the same: a')
    .option('--export <file>', 'write a sheet to fill in, for a spreadsheet')
    .option('--import <file>', 'read a sheet that was filled in')
    .option('--status', 'ask nothing: say what is labelled, and how well the scorer does')
    .action(async (options) => {
      exit = await (await import('./label.ts')).labelCommand(options, world);
    });
  command('forget', 'take mentions out for good, or the words and links of old ones')
    .argument('[what]', 'an id, a link, or a text')
    .option('--all', 'all that match the text, where several do')
    .option('--before <month>', 'take words and links out of what was first seen before this month')
    .action(async (what: string | undefined, options) => {
      exit = await (await import('./forget.ts')).forgetCommand(what, options, world);
    });

  try {
    await program.parseAsync([...args], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
    if (error instanceof CommandError) {
      world.err(error.message.split('\n').map(plainLine).join(''));
      return error.exit;
    }
    if (error instanceof StoreError) {
      world.err(plainLine(error.message));
      return 3;
    }
    throw error;
  }
}
