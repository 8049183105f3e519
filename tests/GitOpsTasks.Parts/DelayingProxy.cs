using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace GitOpsTasks.Parts;

/// <summary>
/// A proxy on loopback that makes a server seem far away - half the round trip on each way, and two round trips more for
/// the first bytes of a connection, as TCP and TLS need them - and counts what goes through.
/// </summary>
public sealed class DelayingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _port;
    private readonly TimeSpan _roundTrip;
    private readonly Task _accepting;
    private long _received;
    private long _sent;
    private int _connections;
    private int _requests;

    /// <summary>Starts it.</summary>
    /// <param name="server">The address of an HTTP server on loopback.</param>
    /// <param name="roundTrip">Zero to count only.</param>
    public DelayingProxy(string server, TimeSpan roundTrip)
    {
        _port = new Uri(server).Port;
        _roundTrip = roundTrip;
        _listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Bytes from the server.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Bytes to the server.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>How many connections were opened.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How many HTTP requests were sent.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Counts from nothing again.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref _received, 0);
        Interlocked.Exchange(ref _sent, 0);
        Interlocked.Exchange(ref _connections, 0);
        Interlocked.Exchange(ref _requests, 0);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using (client)
        using (var server = new TcpClient { NoDelay = true })
        {
            client.NoDelay = true;
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _port, _end.Token);
                await Task.WhenAll(
                    CopyAsync(client.GetStream(), server, 2 * _roundTrip, CountRequest),
                    CopyAsync(server.GetStream(), client, TimeSpan.Zero, bytes => Interlocked.Add(ref _received, bytes.Length)));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // One side went away, and so does the other.
            }
        }
    }

    private void CountRequest(ReadOnlyMemory<byte> bytes)
    {
        Interlocked.Add(ref _sent, bytes.Length);
        if (bytes.Span.StartsWith("GET "u8) || bytes.Span.StartsWith("POST "u8))
            Interlocked.Increment(ref _requests);
    }

    // What is under way arrives in order, each piece a half round trip after it was sent; a null piece is the end.
    private async Task CopyAsync(NetworkStream from, TcpClient to, TimeSpan first, Action<ReadOnlyMemory<byte>> count)
    {
        var way = Channel.CreateUnbounded<(byte[] Bytes, long Due)>();
        var delivering = DeliverAsync(way.Reader, to);
        var buffer = new byte[1 << 16];
        var extra = first;
        int length;
        try
        {
            while ((length = await from.ReadAsync(buffer, _end.Token)) > 0)
            {
                count(buffer.AsMemory(0, length));
                var due = Stopwatch.GetTimestamp() + (long)((_roundTrip / 2 + extra).TotalSeconds * Stopwatch.Frequency);
                extra = TimeSpan.Zero;
                way.Writer.TryWrite((buffer[..length], due));
            }
        }
        finally
        {
            way.Writer.Complete();
        }

        await delivering;
    }

    private async Task DeliverAsync(ChannelReader<(byte[] Bytes, long Due)> way, TcpClient to)
    {
        await foreach (var (bytes, due) in way.ReadAllAsync(_end.Token))
        {
            if (_roundTrip > TimeSpan.Zero && Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due) is { Ticks: > 0 } left)
                await Task.Delay(left, _end.Token);
            await to.GetStream().WriteAsync(bytes, _end.Token);
        }

        to.Client.Shutdown(SocketShutdown.Send);
    }
}
