using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Git;

/// <summary>
/// The private bare repository that is fetched into and pushed from. A bare repository is a few files: they are written,
/// which is quicker than children of git, and leaves no template or default of the machine in it.
/// </summary>
internal sealed class PrivateRepository
{
    private readonly EngineContext _context;
    private readonly string _directory;
    private readonly GitRemote _remote;
    private readonly LocalCheckout? _lender;
    private string _programs = "";

    private PrivateRepository(EngineContext context, string directory, GitRemote remote, LocalCheckout? lender, CheckoutOrigin? origin)
    {
        (_context, _directory, _remote, _lender) = (context, directory, remote, lender);
        Format = lender?.Format ?? ObjectFormat.Sha1;
        Git = new GitCommand(context, directory, remote, [remote], origin?.Authorization);
        Directory.CreateDirectory(Path.Join(directory, "refs"));
        Empty();
        File.WriteAllText(Path.Join(directory, "HEAD"), "ref: refs/heads/unused\n");
        WriteConfiguration();
    }

    /// <summary>Runs git in it.</summary>
    public GitCommand Git { get; private set; }

    /// <summary>How its objects are named: as the lender's are, else by SHA-1 until the remote turns out to do otherwise.</summary>
    public ObjectFormat Format { get; private set; }

    /// <summary>Reads the remote by one connection; null where that is left to git.</summary>
    public SmartHttp? Http { get; private set; }

    /// <summary>The configuration git works under here: the user's and the system's.</summary>
    public GitSettings Settings { get; private set; } = new([]);

    /// <summary>The clock.</summary>
    public TimeProvider Time => _context.Time;

    /// <summary>The transport that fetching really goes by.</summary>
    public string FetchProtocol { get; private set; } = "";

    /// <summary>Whether it has the objects of a checkout besides its own.</summary>
    public bool Borrows => _lender is not null && Format == _lender.Format;

    /// <summary>The folder of its objects.</summary>
    public string Objects => Path.Join(_directory, "objects");

    /// <summary>Makes it in an empty folder, with the remote as <c>origin</c>.</summary>
    /// <param name="context">Processes, environment, HTTP client.</param>
    /// <param name="directory">The empty folder.</param>
    /// <param name="remote">The remote.</param>
    /// <param name="lender">A checkout whose objects are read where they are the remote's too.</param>
    /// <param name="origin">What that checkout says of its origin, where the remote is just that.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    /// <exception cref="TaskFailedException">GOT6002: a path at which there is nothing; GOT6001: rewritten to what is not followed.</exception>
    public static async Task<PrivateRepository> CreateAsync(
        EngineContext context, string directory, GitRemote remote, LocalCheckout? lender, CheckoutOrigin? origin, CancellationToken cancellationToken)
    {
        var made = new PrivateRepository(context, directory, remote, lender, origin);
        await made.ReachAsync(origin, cancellationToken);
        return made;
    }

    /// <summary>As <see cref="CreateAsync(EngineContext,string,GitRemote,LocalCheckout,CheckoutOrigin,CancellationToken)"/>, for git alone.</summary>
    public static async Task<GitCommand> CreateAsync(
        EngineContext context, string directory, GitRemote remote, CancellationToken cancellationToken) =>
        (await CreateAsync(context, directory, remote, lender: null, origin: null, cancellationToken)).Git;

    /// <summary>Names objects as the remote does. Nothing was fetched yet.</summary>
    public void Adopt(ObjectFormat format)
    {
        Format = format;
        Empty();
        WriteConfiguration();
    }

    /// <summary>Throws away what was fetched.</summary>
    public void Empty()
    {
        if (Directory.Exists(Objects))
            Directory.Delete(Objects, recursive: true);
        File.Delete(Path.Join(_directory, "shallow"));
        Directory.CreateDirectory(Path.Join(Objects, "info"));
        if (!Borrows)
            return;
        File.WriteAllText(Path.Join(Objects, "info", "alternates"), _lender!.Objects + "\n");
        AddShallow(_lender.Shallow());
    }

    /// <summary>Notes commits whose parents are not here.</summary>
    public void AddShallow(IEnumerable<string> commits)
    {
        var file = Path.Join(_directory, "shallow");
        var known = File.Exists(file) ? File.ReadAllLines(file) : [];
        File.WriteAllLines(file, known.Concat(commits.Where(Format.IsId)).Distinct(StringComparer.Ordinal));
    }

    /// <summary>What a ref that was fetched points at.</summary>
    public string Resolve(string reference) => File.ReadAllText(Path.Join(_directory, reference)).Trim();

    private async Task ReachAsync(CheckoutOrigin? origin, CancellationToken cancellationToken)
    {
        var settings = Settings = GitSettings.Read((await Git.RunAsync(["config", "--list", "-z"], cancellationToken)).Output.Span);
        var (fetch, push) = (_remote, _remote);
        if (settings.RewritesAddresses)
        {
            // url.BASE.insteadOf and pushInsteadOf can lead elsewhere, over another transport.
            fetch = GitRemote.Rewritten((await Git.RunAsync(["remote", "get-url", "origin"], cancellationToken)).Text);
            push = GitRemote.Rewritten((await Git.RunAsync(["remote", "get-url", "--push", "origin"], cancellationToken)).Text);
        }

        if (fetch.Protocol == "file" && !Directory.Exists(fetch.Url))
            throw GitFailure.OfRemote(_remote, new ProcessResult(128, default, "fatal: does not exist"));
        FetchProtocol = fetch.Protocol;
        _programs = (fetch.Protocol == "file" ? Trusting("uploadpack", fetch.Url, "upload-pack") : "")
            + (push.Protocol == "file" ? Trusting("receivepack", push.Url, "receive-pack") : "");
        if (_programs.Length > 0)
            WriteConfiguration();
        Http = PlainHttp.For(_context, _remote, settings, [.. Git.Credentials, new("remote.origin.url", _remote.Url)]);
        Git = new GitCommand(_context, _directory, _remote, [fetch, push], origin?.Authorization);
    }

    /// <summary>
    /// Writes its configuration as it was. A filtered fetch makes the remote a promisor there, so that git would call a
    /// missing object an error, or fetch it by itself and a whole tree with it.
    /// </summary>
    public void WriteConfiguration() => File.WriteAllText(
        Path.Join(_directory, "config"),
        $"""
        [core]
        	repositoryFormatVersion = {(Format == ObjectFormat.Sha1 ? 0 : 1)}
        	bare = true
        {(Format == ObjectFormat.Sha1 ? "" : $"[extensions]\n\tobjectFormat = {Format.Name}")}
        [remote "origin"]
        	url = {Quoted(_remote.Url)}
        {_programs}
        """);

    // A container's user is seldom the owner of what is mounted into it. git hands this command to a shell, and passes no
    // configuration of its own on to it.
    private static string Trusting(string setting, string path, string program)
    {
        var quoted = path.Replace("'", @"'\''", StringComparison.Ordinal);
        return $"\t{setting} = {Quoted($"git -c 'safe.directory={quoted}' -c 'safe.directory={quoted}/.git' {program}")}\n";
    }

    // As git config writes values (git-config, "Syntax").
    private static string Quoted(string value) =>
        "\"" + value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "\"";
}
