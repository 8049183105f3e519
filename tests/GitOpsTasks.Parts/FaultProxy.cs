using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GitOpsTasks.Parts;

/// <summary>A TCP proxy on loopback in front of an HTTP server, which lets connections go wrong.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Uri _target;
    private readonly Task _accepting;

    /// <summary>Starts it.</summary>
    /// <param name="target">The server, as <c>http://127.0.0.1:PORT</c>.</param>
    public FaultProxy(string target)
    {
        _target = new Uri(target);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What the proxy stands in for, as <c>http://127.0.0.1:PORT</c>.</summary>
    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Chooses what happens to a connection, from the line of its first request.</summary>
    public Func<string, Fault> Choose { get; set; } = _ => Fault.None;

    /// <summary>Bytes of the requests of the last connection that was used to push.</summary>
    public int PushRequestBytes { get; private set; }

    /// <summary>Bytes of the answers of the last connection that was used to push.</summary>
    public int PushAnswerBytes { get; private set; }

    /// <summary>Lets one connection that is used to push go wrong, and none after it.</summary>
    public void BreakOnePush(Fault fault)
    {
        var left = 1;
        Choose = line => IsPush(line) && Interlocked.Decrement(ref left) == 0 ? fault : Fault.None;
    }

    /// <summary>Whether a request line is of a push.</summary>
    public static bool IsPush(string line) => line.Contains("git-receive-pack", StringComparison.Ordinal);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_ending.Token);
                _ = Task.Run(() => ServeAsync(client), CancellationToken.None);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            try
            {
                var buffer = new byte[16 * 1024];
                var length = await client.ReceiveAsync(buffer, _ending.Token);
                var line = Encoding.ASCII.GetString(buffer, 0, length).Split('\r')[0];
                var fault = Choose(line);
                if (fault.Kind == FaultKind.Answer)
                {
                    await AnswerAsync(client, fault.Status);
                    return;
                }

                await server.ConnectAsync(IPAddress.Loopback, _target.Port, _ending.Token);
                var (up, down) = await new ProxiedConnection(client, server, fault, _ending.Token).RunAsync(buffer.AsMemory(0, length));
                if (IsPush(line))
                    (PushRequestBytes, PushAnswerBytes) = (up, down);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Either end is gone, or the proxy is stopped: nothing is left to pass on.
            }
        }
    }

    private static async Task AnswerAsync(Socket client, int status)
    {
        await client.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Fault\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        client.Shutdown(SocketShutdown.Both);
    }
}
