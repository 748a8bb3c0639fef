import {
  CLIENT_INFO_META_KEY,
  ProtocolError,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { assistantPrompts } from '../../core/assistant/assistantPrompts';
import { assistantTools } from '../../core/assistant/assistantTools';
import type { AssistantTool } from '../../core/assistant/toolParameter';
import { toolSchema } from '../../core/assistant/toolSchema';
import { toolTexts } from '../../core/assistant/toolTexts';
import { fillIn, type Language } from '../../core/model/text/localized';
import { oneLineValue } from '../../core/model/text/oneLineValue';
import { answerPrompt } from '../../node/assistant/answerPrompt';
import { listedResources, resourceTemplates, resourceText } from '../../node/assistant/answerResource';
import { ToolCalls } from '../../node/assistant/toolCalls';
import { soundMessages } from './soundMessages';

/** What a server serves. */
interface Served {
  readonly folder: string;
  readonly language: Language;
  readonly allowsWrites: boolean;
  /** The version of the program. */
  readonly version: string;
  readonly clock: () => number;
}

const invalidParams = -32602;

/** Serves assistants on standard input and output until that ends; a commit that has begun is finished. */
export async function serveAssistants(served: Served): Promise<void> {
  const calls = new ToolCalls(served, served.clock);
  const { stdin, stdout } = process;
  const transport = new StdioServerTransport(stdin.pipe(soundMessages((line) => stdout.write(line))), stdout);
  await new Promise<void>((resolve) => {
    serveStdio(() => serverOf(served, calls), { transport });
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
  await calls.finish();
}

function serverOf(served: Served, calls: ToolCalls): Server {
  const { language, allowsWrites, version } = served;
  const server = new Server(
    { name: 'changebook', title: 'Changebook', version },
    {
      capabilities: { tools: {}, resources: {}, prompts: {} },
      instructions: toolTexts.instructions[language],
    },
  );
  const via = (context: ServerContext): string => clientOf(server, context);
  server.setRequestHandler('tools/list', () => ({
    tools: assistantTools(allowsWrites).map((tool) => describedTool(tool, language)),
  }));
  server.setRequestHandler('tools/call', async ({ params }, context) => {
    const { name, arguments: given } = params;
    const { text, failed } = await calls.answer(name, given, via(context), context.mcpReq.signal);
    return { content: [{ type: 'text', text }], isError: failed };
  });
  serveResources(server, served, via);
  servePrompts(server, served, via);
  return server;
}

function serveResources(server: Server, served: Served, via: (context: ServerContext) => string): void {
  const { folder, language } = served;
  server.setRequestHandler('resources/list', async (_, context) => ({
    resources: await listedResources({ folder, language, via: via(context) }, context.mcpReq.signal),
  }));
  server.setRequestHandler('resources/templates/list', () => ({ resourceTemplates }));
  server.setRequestHandler('resources/read', async ({ params: { uri } }, context) => {
    const text = await resourceText(uri, { folder, language, via: via(context) }, context.mcpReq.signal);
    if (text === undefined)
      throw new ProtocolError(
        invalidParams,
        fillIn(toolTexts.noRecord[language], { uri: oneLineValue(uri, 200) }),
      );
    return { contents: [{ uri, mimeType: 'text/markdown', text }] };
  });
}

function servePrompts(server: Server, served: Served, via: (context: ServerContext) => string): void {
  const { folder, language } = served;
  server.setRequestHandler('prompts/list', () => ({
    prompts: assistantPrompts.map(({ name, title, about, parameters }) => ({
      name,
      title: title[language],
      description: about[language],
      arguments: Object.entries(parameters).map(([key, { about: meaning, required = false }]) => ({
        name: key,
        description: meaning[language],
        required,
      })),
    })),
  }));
  server.setRequestHandler('prompts/get', async ({ params }, context) => {
    const place = { folder, language, via: via(context) };
    const answer = await answerPrompt(params.name, params.arguments, place, context.mcpReq.signal);
    if ('wrong' in answer) throw new ProtocolError(invalidParams, answer.wrong[language]);
    const { text, about } = answer;
    return {
      description: about[language],
      messages: [{ role: 'user', content: { type: 'text', text } }],
    };
  });
}

function describedTool(tool: AssistantTool, language: Language) {
  const { name, title, about, writes = false, repeats = false } = tool;
  return {
    name,
    title: title[language],
    description: about[language],
    inputSchema: toolSchema(tool, language),
    annotations: {
      title: title[language],
      readOnlyHint: !writes,
      destructiveHint: false,
      idempotentHint: !repeats,
      openWorldHint: false,
    },
  };
}

/** What calls, as it names itself: commits carry that as their mark. */
function clientOf(server: Server, { mcpReq }: ServerContext): string {
  // Newer clients say it with each request, older ones once.
  const envelope: { readonly [key: string]: unknown } = { ...mcpReq.envelope };
  const client = envelope[CLIENT_INFO_META_KEY] ?? server.getClientVersion();
  const { name, version } = (client ?? {}) as { readonly name?: unknown; readonly version?: unknown };
  return oneLineValue(['mcp', name, version].filter((part) => typeof part === 'string').join(' '), 100);
}
