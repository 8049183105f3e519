using System.Net.Sockets;

namespace GitOpsTasks.Parts;

/// <summary>One connection through a <see cref="FaultProxy"/>.</summary>
internal sealed class ProxiedConnection(Socket client, Socket server, Fault fault, CancellationToken ending)
{
    private int _requestBytes;
    private int _answerBytes;

    /// <summary>Passes bytes on until an end closes or the fault is due; returns the bytes of requests and of answers.</summary>
    /// <param name="begun">What was read from the client already.</param>
    public async Task<(int Requests, int Answers)> RunAsync(ReadOnlyMemory<byte> begun)
    {
        var requests = PassRequestsAsync(begun);
        var answers = PassAnswersAsync();
        await Task.WhenAny(requests, answers);
        if (!answers.IsCompleted && fault.Kind != FaultKind.Silence)
            server.Shutdown(SocketShutdown.Send);
        await Task.WhenAny(Task.WhenAll(requests, answers), Task.Delay(TimeSpan.FromMinutes(5), ending));
        return (_requestBytes, _answerBytes);
    }

    private async Task PassRequestsAsync(ReadOnlyMemory<byte> begun)
    {
        var buffer = new byte[16 * 1024];
        for (var bytes = begun; bytes.Length > 0; bytes = buffer.AsMemory(0, await ReceiveAsync(client, buffer)))
        {
            if (fault.Kind == FaultKind.CutRequest && _requestBytes + bytes.Length > fault.After)
            {
                await server.SendAsync(bytes[..(fault.After - _requestBytes)], ending);
                Break(server);
                Break(client);
                return;
            }

            _requestBytes += bytes.Length;
            await server.SendAsync(bytes, ending);
        }
    }

    private async Task PassAnswersAsync()
    {
        var buffer = new byte[16 * 1024];
        while (await ReceiveAsync(server, buffer) is var length and > 0)
        {
            var left = fault.Kind is FaultKind.CutAnswer or FaultKind.Silence ? Math.Max(0, fault.After - _answerBytes) : length;
            if (left > 0)
                await client.SendAsync(buffer.AsMemory(0, Math.Min(left, length)), ending);
            _answerBytes += length;
            if (fault.Kind == FaultKind.CutAnswer && left < length)
            {
                // The server had the request whole: it goes on with it.
                Break(client);
                await DrainAsync(buffer);
                return;
            }
        }

        if (fault.Kind != FaultKind.Silence)
            client.Shutdown(SocketShutdown.Send);
    }

    private async Task DrainAsync(byte[] buffer)
    {
        while (await ReceiveAsync(server, buffer) > 0)
        {
        }
    }

    private async Task<int> ReceiveAsync(Socket from, byte[] buffer)
    {
        try
        {
            return await from.ReceiveAsync(buffer, ending);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    // Closing with nothing to linger for resets the connection.
    private static void Break(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
