-- Asks for the files of a visit in turn, as a browser does, until there were enough visits.
local paths, left, next = {}, 0, 0

function init(arguments)
  left = tonumber(arguments[1])
  for at = 2, #arguments do paths[#paths + 1] = arguments[at] end
  left = left * #paths
  wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
end

function request()
  next = next % #paths + 1
  left = left - 1
  if left <= 0 then wrk.thread:stop() end
  return wrk.format("GET", paths[next])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"bytes":%d,"microseconds":%d,"refused":%d,"broken":%d,"median":%d,"slow":%d}\n',
    summary.requests, summary.bytes, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
