import { execFile } from 'node:child_process';

/** Runs a program to its end and answers what it printed; rejects with what it complained about. */
export const runCommand = (command: readonly string[], directory?: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const [program = '', ...options] = command;
    execFile(program, options, { cwd: directory, maxBuffer: 64 << 20 }, (error, output, complaint) => {
      if (error) reject(new Error(`${command.join(' ').slice(0, 300)}: ${complaint.trim() || error.message}`));
      else resolve(output);
    });
  });
