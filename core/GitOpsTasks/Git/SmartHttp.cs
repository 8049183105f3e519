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
    public string? Resolve(string reference, ObjectFormat format, CancellationToken cancellationToken)
    {
        string? found = null;
        Ask("ls-refs", [$"ref-prefix {reference}"], format, answer => found = ReadRef(answer, reference, format), cancellationToken);
        return found;
    }

    /// <summary>Asks for a commit without its parents, and for its root folder.</summary>
    /// <inheritdoc cref="Fetch" />
    public IReadOnlyList<string> FetchTip(string commit, PackReceiver pack, ObjectFormat format, CancellationToken cancellationToken) =>
        Receive(["deepen 1", $"filter {FetchFilter.OfTip(FetchReach.Itself)}", "want " + commit], pack, format, cancellationToken);

    /// <summary>Asks for folders and files by their ids.</summary>
    /// <param name="ids">What is wanted.</param>
    /// <param name="reach">What comes along.</param>
    /// <param name="pack">Where the pack goes.</param>
    /// <param name="format">The repository's.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The commits whose parents are not sent.</returns>
    /// <exception cref="InvalidDataException">The server refuses, or answers something else.</exception>
    public IReadOnlyList<string> Fetch(
        IReadOnlyCollection<string> ids, FetchReach reach, PackReceiver pack, ObjectFormat format, CancellationToken cancellationToken) =>
        Receive([$"filter {FetchFilter.Of(reach)}", .. ids.Select(id => "want " + id)], pack, format, cancellationToken);

    private static string? ReadRef(Stream answer, string reference, ObjectFormat format)
    {
        string? found = null;
        while (PktLine.Read(answer) is { } line)
        {
            var parts = Encoding.UTF8.GetString(line).TrimEnd('\n').Split(' ');
            if (parts.Length < 2 || !format.IsId(parts[0]))
                throw new InvalidDataException("The server does not list refs.");
            found = parts[1] == reference ? parts[0] : found;
        }

        return found;
    }

    private List<string> Receive(IEnumerable<string> wanted, PackReceiver pack, ObjectFormat format, CancellationToken cancellationToken)
    {
        var shallow = new List<string>();
        Ask("fetch", ["no-progress", .. wanted, "done"], format, answer => ReadPack(answer, pack, shallow), cancellationToken);
        return shallow;
    }

    private static void ReadPack(Stream answer, PackReceiver pack, List<string> shallow)
    {
        var isPack = false;
        while (PktLine.Read(answer) is { } line)
        {
            if (isPack && line is [ErrorBand, ..])
                throw new InvalidDataException("The server fails while it sends the pack.");
            if (isPack && line is [PackBand, ..])
                pack.Append(line.AsSpan(1));
            if (isPack)
                continue;
            var text = line.Length < 100 ? Encoding.ASCII.GetString(line).TrimEnd('\n') : "";
            isPack = text == "packfile";
            if (text.StartsWith("shallow ", StringComparison.Ordinal))
                shallow.Add(text["shallow ".Length..]);
        }

        if (!isPack)
            throw new InvalidDataException("The server sends no pack.");
    }

    // Without awaiting: a handful of small answers does not repay the start-up cost of compiling some forty suspended
    // methods, a tenth of a second.
    private void Ask(string command, IEnumerable<string> arguments, ObjectFormat format, Action<Stream> read, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        using var request = Request(command, arguments, format);
        try
        {
            using var response = http.Send(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            using var ending = patience.Token.Register(response.Dispose);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != $"application/x-{Service}-result")
                throw new InvalidDataException($"The server answers {(int)response.StatusCode}.");
            using var answer = new BufferedStream(response.Content.ReadAsStream(patience.Token), 1 << 16);
            read(answer);
            // Read to its end, the connection serves the next request.
            while (answer.ReadByte() >= 0)
                patience.Token.ThrowIfCancellationRequested();
        }
        catch (Exception e) when (patience.IsCancellationRequested && e is not OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new OperationCanceledException("The server is silent.", e);
        }
    }

    private HttpRequestMessage Request(string command, IEnumerable<string> arguments, ObjectFormat format)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/{Service}");
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
        request.Content.Headers.TryAddWithoutValidation("Content-Type", $"application/x-{Service}-request");
        return request;
    }
}
