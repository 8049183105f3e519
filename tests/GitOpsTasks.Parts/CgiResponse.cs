using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>The answer of a CGI program: header lines, an empty line, a body.</summary>
internal static class CgiResponse
{
    private const int LongestHeader = 64 * 1024;

    /// <summary>Copies it to an HTTP response as it arrives.</summary>
    public static async Task CopyAsync(Stream output, HttpResponse response, CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(output, cancellationToken) is { Length: > 0 } line)
        {
            var (name, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
            if (name.Equals("Status", StringComparison.OrdinalIgnoreCase))
                response.StatusCode = int.Parse(value.AsSpan(0, 3), CultureInfo.InvariantCulture);
            else
                response.Headers[name] = value;
        }

        await output.CopyToAsync(response.Body, cancellationToken);
    }

    private static async Task<string?> ReadLineAsync(Stream output, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var buffer = new byte[1];
        while (line.Length < LongestHeader && await output.ReadAsync(buffer, cancellationToken) > 0)
        {
            if (buffer[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)buffer[0]);
        }

        return null;
    }
}
