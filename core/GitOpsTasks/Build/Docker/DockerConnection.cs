using System.IO.Pipes;
using System.Net.Sockets;
using GitOpsTasks.Contracts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Build.Docker;

/// <summary>Connects to a Docker Engine, in whichever way its address says.</summary>
internal static class DockerConnection
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(2);

    /// <summary>A handler whose requests go there.</summary>
    public static SocketsHttpHandler HandlerFor(DockerEndpoint endpoint, EngineContext context)
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, ConnectTimeout = Patience };
        if (endpoint.Tls is { } tls && endpoint.Uri.Scheme == "tcp")
            handler.SslOptions = tls.Options();
        if (endpoint.Uri.Scheme != "tcp")
            handler.ConnectCallback = (_, cancellationToken) => ConnectAsync(endpoint.Uri, context, cancellationToken);
        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(Uri address, EngineContext context, CancellationToken cancellationToken) =>
        address.Scheme switch
        {
            "ssh" => OverSsh(address, context),
            "npipe" => await ToPipeAsync(address, cancellationToken),
            _ => await ToSocketAsync(address.LocalPath, cancellationToken),
        };

    private static async Task<Stream> ToSocketAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // npipe:////./pipe/NAME, where '.' is this machine.
    private static async Task<Stream> ToPipeAsync(Uri address, CancellationToken cancellationToken)
    {
        var parts = address.OriginalString["npipe:".Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var pipe = new NamedPipeClientStream(
            parts is [var server, ..] ? server : ".", string.Join('\\', parts.Skip(2)), PipeDirection.InOut, PipeOptions.Asynchronous);
        try
        {
            await pipe.ConnectAsync(Patience, cancellationToken);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }

    // As the docker command does it: the other machine's docker passes on what it is sent.
    private static ProcessStream OverSsh(Uri address, EngineContext context)
    {
        List<string> arguments = ["-T", "-o", "ConnectTimeout=15", "-o", "BatchMode=yes"];
        if (address.UserInfo.Length > 0)
            arguments.AddRange(["-l", Uri.UnescapeDataString(address.UserInfo)]);
        if (address.Port > 0)
            arguments.AddRange(["-p", $"{address.Port}"]);
        arguments.AddRange(["--", address.Host, "docker"]);
        if (address.AbsolutePath.Length > 1)
            arguments.AddRange(["--host", $"unix://{address.AbsolutePath}"]);
        arguments.AddRange(["system", "dial-stdio"]);
        var command = new ProcessCommand("ssh", arguments)
        {
            WorkingDirectory = context.Directory,
            Environment = context.Environment,
            Deadline = LongestSession,
        };
        return new ProcessStream(context.StartProcess(command, CancellationToken.None));
    }
}
