using GitOpsTasks.Contracts;

namespace GitOpsTasks.Build.Docker;

/// <summary>
/// Where the Docker Engine listens, found as the docker command finds it: DOCKER_HOST, else the context that DOCKER_CONTEXT or
/// docker's configuration names, else the default socket or pipe.
/// </summary>
/// <param name="Address">Such as <c>unix:///var/run/docker.sock</c>.</param>
internal sealed record DockerEndpoint(string Address)
{
    private const string Socket = "unix:///var/run/docker.sock";
    private const string Pipe = "npipe:////./pipe/docker_engine";

    /// <summary>How the connection is made secret; null for plain text, and for sockets, pipes and ssh.</summary>
    public DockerTls? Tls { get; init; }

    /// <summary>The address as a URI.</summary>
    public Uri Uri => new(Address);

    /// <summary>What requests are addressed to.</summary>
    public Uri Origin => Uri.Scheme == "tcp" ? new Uri($"{(Tls is null ? "http" : "https")}://{Uri.Authority}") : new Uri("http://docker");

    /// <summary>Finds it.</summary>
    /// <exception cref="TaskFailedException">GOT5011: there is no such context, or the address is of no kind that is known.</exception>
    public static DockerEndpoint From(EngineContext context)
    {
        var environment = context.Environment;
        if (environment["DOCKER_HOST"] is { } host)
            return Checked(new DockerEndpoint(host) { Tls = DockerTls.FromEnvironment(context) }, "DOCKER_HOST");
        var contexts = new DockerContexts(context);
        if (contexts.Current is { } name)
            return Checked(contexts.Find(name), $"The docker context '{name}'");
        return new DockerEndpoint(OperatingSystem.IsWindows() ? Pipe : Socket);
    }

    private static DockerEndpoint Checked(DockerEndpoint endpoint, string origin)
    {
        var isKnown = Uri.TryCreate(endpoint.Address, UriKind.Absolute, out var uri) && uri.Scheme switch
        {
            "unix" => uri.AbsolutePath.Length > 1 && uri.Host.Length == 0,
            "npipe" => true,
            "tcp" or "ssh" => uri.Host.Length > 0 && !uri.UserInfo.Contains(':', StringComparison.Ordinal),
            _ => false,
        };
        return isKnown ? endpoint : throw TaskFailedException.Usage(
            BuildCodes.DockerNotSupported,
            $"{origin} gives an address of a kind that is not supported.",
            "Use unix:///PATH, npipe:////./pipe/NAME, tcp://HOST:PORT or ssh://USER@HOST, without a password.");
    }
}
