using System.Net.Http.Headers;
using System.Text;

namespace GitOpsTasks.Git;

/// <summary>
/// The reading half of git's smart HTTP protocol, version 2 (gitprotocol-http, gitprotocol-v2), over one connection: where
/// every child of git would open its own. It asks for refs and objects without asking for capabilities first; a server that
/// cannot answer is asked by git.
/// </summary>
/// <param name="http">Follows no redirects.</param>
/// <param name="address">The repository's address, without a slash at the end.</param>
/// <param name="authorization">The value of the Authorization header; null for none.</param>
internal sealed class SmartHttp(HttpClient http, string address, string? authorization)
{
    private const string Service = "git-upload-pack";
    private const byte PackBand = 1;
    private const byte ErrorBand = 3;

    /// <summary>How long one request may take. git itself is the one with patience.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>What a ref points at; null where there is no such ref.</summary>
    /// <exception cref="InvalidDataException">The server answers something else.</exception>
    public Task<string?> ResolveAsync(string reference, ObjectFormat format, CancellationToken cancellationToken) => AskAsync(
        "ls-refs",
        [$"ref-prefix {reference}"],
        format,
        async (answer, token) =>
        {
            string? found = null;
            while (await PktLine.ReadAsync(answer, token) is { } line)
            {
                var parts = Encoding.UTF8.GetString(line).TrimEnd('\n').Split(' ');
                if (parts.Length < 2 || !format.IsId(parts[0]))
                    throw new InvalidDataException("The server does not list refs.");
                found = parts[1] == reference ? parts[0] : found;
            }

            return found;
        },
        cancellationToken);

    /// <summary>Asks for a commit without its parents, and for its root folder.</summary>
    /// <inheritdoc cref="FetchAsync" />
    public Task<IReadOnlyList<string>> FetchTipAsync(string commit, PackReceiver pack, ObjectFormat format, CancellationToken cancellationToken) => AskAsync(
        "fetch",
        ["no-progress", "deepen 1", $"filter {FetchFilter.OfTip(FetchReach.Itself)}", "want " + commit, "done"],
        format,
        (answer, token) => ReceiveAsync(answer, pack, token),
        cancellationToken);

    /// <summary>Asks for folders and files by their ids.</summary>
    /// <param name="ids">What is wanted.</param>
    /// <param name="reach">What comes along.</param>
    /// <param name="pack">Where the pack goes.</param>
    /// <param name="format">The repository's.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The commits whose parents are not sent.</returns>
    /// <exception cref="InvalidDataException">The server refuses, or answers something else.</exception>
    public Task<IReadOnlyList<string>> FetchAsync(
        IReadOnlyCollection<string> ids, FetchReach reach, PackReceiver pack, ObjectFormat format, CancellationToken cancellationToken) => AskAsync(
        "fetch",
        ["no-progress", $"filter {FetchFilter.Of(reach)}", .. ids.Select(id => "want " + id), "done"],
        format,
        (answer, token) => ReceiveAsync(answer, pack, token),
        cancellationToken);

    private static async Task<IReadOnlyList<string>> ReceiveAsync(Stream answer, PackReceiver pack, CancellationToken cancellationToken)
    {
        var shallow = new List<string>();
        while (await PktLine.ReadAsync(answer, cancellationToken) is { } line)
        {
            var text = line.Length < 100 ? Encoding.ASCII.GetString(line).TrimEnd('\n') : "";
            if (text == "packfile")
            {
                await ReceivePackAsync(answer, pack, cancellationToken);
                return shallow;
            }

            if (text.StartsWith("ERR ", StringComparison.Ordinal))
                break;
            if (text.StartsWith("shallow ", StringComparison.Ordinal))
                shallow.Add(text["shallow ".Length..]);
        }

        throw new InvalidDataException("The server sends no pack.");
    }

    private static async Task ReceivePackAsync(Stream answer, PackReceiver pack, CancellationToken cancellationToken)
    {
        while (await PktLine.ReadAsync(answer, cancellationToken) is { } line)
        {
            if (line is [ErrorBand, ..])
                throw new InvalidDataException("The server fails while it sends the pack.");
            if (line is [PackBand, ..])
                await pack.AppendAsync(line.AsMemory(1), cancellationToken);
        }
    }

    private async Task<T> AskAsync<T>(
        string command, IEnumerable<string> arguments, ObjectFormat format, Func<Stream, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/{Service}");
        request.Headers.TryAddWithoutValidation("Git-Protocol", "version=2");
        request.Headers.TryAddWithoutValidation("User-Agent", "git/gitops-tasks");
        request.Headers.TryAddWithoutValidation("Accept", $"application/x-{Service}-result");
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Concat(
            [
                PktLine.Of("command=" + command), PktLine.Of("agent=git/gitops-tasks"), PktLine.Of("object-format=" + format.Name),
                PktLine.Delimiter, .. arguments.Select(PktLine.Of), PktLine.Flush,
            ])));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue($"application/x-{Service}-request");

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != $"application/x-{Service}-result")
            throw new InvalidDataException($"The server answers {(int)response.StatusCode}.");
        await using var answer = new BufferedStream(await response.Content.ReadAsStreamAsync(patience.Token), 1 << 16);
        var result = await read(answer, patience.Token);
        await answer.CopyToAsync(Stream.Null, patience.Token);
        return result;
    }
}
