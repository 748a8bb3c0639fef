-- Does with Neovim's own client what a person does with keys, and writes down what came of it.
local said = {}
local function note(name, value) said[name] = value end
local function wait(is) return vim.wait(30000, is, 50) end
local function ask(method, more)
  local params = vim.lsp.util.make_position_params()
  for key, value in pairs(more or {}) do params[key] = value end
  local answers = vim.lsp.buf_request_sync(0, method, params, 30000) or {}
  for _, answer in pairs(answers) do return answer.result end
end
local function go(line, column) vim.api.nvim_win_set_cursor(0, { line, column }) end

local function drive()
  wait(function() return #vim.diagnostic.get(0) > 0 end)
  note('findings', vim.tbl_map(function(each) return each.code .. ' ' .. each.lnum end, vim.diagnostic.get(0)))
  note('omnifunc', vim.bo.omnifunc)
  go(5, 2)
  local hover = ask('textDocument/hover')
  note('hover', hover and hover.contents.value or '')
  go(5, 12)
  local completion = ask('textDocument/completion')
  note('completion', vim.tbl_map(function(each) return each.label end, completion and completion.items or {}))
  go(6, 12)
  vim.lsp.buf.definition()
  wait(function() return vim.fn.expand('%:t') == 'TKT-2026-0781.md' end)
  note('definition', vim.fn.expand('%:t') .. ':' .. vim.fn.line('.'))
  vim.cmd('edit #')
  vim.lsp.buf.rename('TKT-2026-0790')
  wait(function() return vim.fn.search('TKT-2026-0790', 'nw') > 0 end)
  note('renamed', vim.api.nvim_buf_get_lines(0, 5, 6, false)[1])
  vim.cmd('wall')
  vim.lsp.codelens.refresh()
  wait(function() return #vim.lsp.codelens.get(0) > 0 end)
  note('lenses', vim.tbl_map(function(each) return each.command.title end, vim.lsp.codelens.get(0)))
  vim.lsp.buf.execute_command({ command = 'changebook.tick', arguments = { vim.uri_from_bufnr(0), 'Stop' } })
  wait(function() return vim.fn.search('\\[x\\] Stop', 'nw') > 0 end)
  note('ticked', vim.fn.search('\\[x\\] Stop', 'nw') > 0)
end

-- Outside of any event, where files are read again.
vim.defer_fn(function()
  local ok, failed = pcall(drive)
  note('messages', vim.fn.execute('messages'))
  if not ok then note('failed', tostring(failed)) end
  local out = io.open(vim.env.CHANGEBOOK_SAID, 'w')
  out:write(vim.json and vim.json.encode(said) or vim.fn.json_encode(said))
  out:close()
  vim.cmd('qall!')
end, 100)
