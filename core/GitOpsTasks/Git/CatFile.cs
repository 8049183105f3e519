using System.Globalization;
using System.Text;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>One <c>git cat-file --batch</c> that answers for as long as the repository is open.</summary>
/// <param name="repository">The private repository.</param>
internal sealed class CatFile(PrivateRepository repository) : IAsyncDisposable
{
    private IRunningProcess? _process;
    private BufferedStream? _answers;

    /// <summary>The objects of these ids that are here; the others are missing from the answer.</summary>
    /// <exception cref="TaskFailedException">GOT6006: git ended, or an object is damaged.</exception>
    public async Task<IReadOnlyList<GitObject>> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        // It lives longer than this call, so its end is not this call's token.
        _process ??= repository.Git.Start(["cat-file", "--batch"], CancellationToken.None);
        _answers ??= new BufferedStream(_process.Output, 1 << 16);
        try
        {
            var asking = AskAsync(_process.Input, ids, cancellationToken);
            var found = new List<GitObject>(ids.Count);
            foreach (var id in ids)
            {
                if (await ReadOneAsync(_answers, id, cancellationToken) is { } read)
                    found.Add(read);
            }

            await asking;
            return found;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            await DisposeAsync();
            if (e is OperationCanceledException)
                throw;
            throw TaskFailedException.External(GitCodes.GitFailed, "git ended while it was reading objects.", "Run the task again.", e);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _process = null;
        _answers = null;
    }

    private static async Task AskAsync(Stream input, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await input.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => id + "\n"))), cancellationToken);
        await input.FlushAsync(cancellationToken);
    }

    // "<id> <type> <size>\n<bytes>\n", or "<id> missing\n"; see git-cat-file, "Batch output".
    private async Task<GitObject?> ReadOneAsync(BufferedStream answers, string id, CancellationToken cancellationToken)
    {
        var head = ReadLine(answers).Split(' ');
        if (head is [_, "missing"])
            return null;
        if (head is not [var name, var type, var sizeText] || name != id || !int.TryParse(sizeText, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            throw new IOException("An answer that was not expected.");
        var content = new byte[size + 1];
        await answers.ReadExactlyAsync(content, cancellationToken);
        var read = new GitObject(id, type, content.AsMemory(0, size));
        return repository.Format.IdOf(type, read.Content.Span) == id
            ? read
            : throw TaskFailedException.External(GitCodes.GitFailed, $"The object '{id}' is damaged.", "Check the checkout with 'git fsck', or run the task elsewhere.");
    }

    private static string ReadLine(BufferedStream answers)
    {
        var line = new StringBuilder();
        for (var next = answers.ReadByte(); next != '\n'; next = answers.ReadByte())
        {
            if (next < 0)
                throw new EndOfStreamException();
            line.Append((char)next);
        }

        return line.ToString();
    }
}
