# Prints all windows on a screen as one line of JSON whenever something about them changes. Ends with its parent.
$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;

public static class MirrorWindows {
  delegate bool Visit(IntPtr window, IntPtr unused);
  [DllImport("user32.dll")] static extern bool EnumWindows(Visit visit, IntPtr unused);
  [DllImport("user32.dll")] static extern IntPtr GetForegroundWindow();
  [DllImport("user32.dll")] static extern bool IsWindowVisible(IntPtr window);
  [DllImport("user32.dll")] static extern bool IsIconic(IntPtr window);
  [DllImport("user32.dll", CharSet = CharSet.Unicode)] static extern int GetWindowTextW(IntPtr window, StringBuilder text, int length);
  [DllImport("user32.dll")] static extern uint GetWindowThreadProcessId(IntPtr window, out uint process);
  [DllImport("dwmapi.dll")] static extern int DwmGetWindowAttribute(IntPtr window, int attribute, out int value, int size);
  [DllImport("kernel32.dll")] static extern IntPtr OpenProcess(uint access, bool inherit, uint process);
  [DllImport("kernel32.dll")] static extern bool CloseHandle(IntPtr handle);
  [DllImport("kernel32.dll", CharSet = CharSet.Unicode)] static extern bool QueryFullProcessImageNameW(IntPtr process, uint flags, StringBuilder name, ref int length);

  const int CLOAKED = 14;
  const uint QUERY_LIMITED = 0x1000;
  static readonly Dictionary<uint, string> known = new Dictionary<uint, string>();

  public static void Run() {
    Console.OutputEncoding = new UTF8Encoding(false);
    Thread ending = new Thread(() => { while (Console.In.Read() >= 0) { } Environment.Exit(0); });
    ending.IsBackground = true;
    ending.Start();
    string last = "";
    while (true) {
      string now = Look();
      if (now != last) { Console.Out.WriteLine(now); Console.Out.Flush(); }
      last = now;
      Thread.Sleep(100);
    }
  }

  static string Look() {
    List<string> windows = new List<string>();
    HashSet<uint> running = new HashSet<uint>();
    IntPtr front = GetForegroundWindow();
    string active = "null";
    EnumWindows((window, unused) => {
      if (!IsWindowVisible(window) || IsIconic(window)) return true;
      int cloaked;
      // Of another desktop, or a store app that sleeps.
      if (DwmGetWindowAttribute(window, CLOAKED, out cloaked, 4) == 0 && cloaked != 0) return true;
      StringBuilder title = new StringBuilder(1024);
      GetWindowTextW(window, title, title.Capacity);
      if (title.Length == 0 && window != front) return true;
      uint process;
      GetWindowThreadProcessId(window, out process);
      running.Add(process);
      string id = Quote(window.ToInt64().ToString());
      if (window == front) active = id;
      windows.Add("{\"id\":" + id + ",\"apps\":[" + AppsOf(process) + "],\"title\":" + Quote(title.ToString()) + "}");
      return true;
    }, IntPtr.Zero);
    // Numbers of processes are used again.
    foreach (uint gone in new List<uint>(known.Keys)) if (!running.Contains(gone)) known.Remove(gone);
    return "{\"active\":" + active + ",\"windows\":[" + String.Join(",", windows.ToArray()) + "]}";
  }

  static string AppsOf(uint process) {
    string apps;
    if (known.TryGetValue(process, out apps)) return apps;
    string file = FileOf(process);
    string description = "";
    try { if (file != "") description = FileVersionInfo.GetVersionInfo(file).FileDescription ?? ""; } catch (IOException) { }
    apps = Quote(description) + "," + Quote(file == "" ? "" : Path.GetFileName(file));
    known[process] = apps;
    return apps;
  }

  static string FileOf(uint process) {
    IntPtr handle = OpenProcess(QUERY_LIMITED, false, process);
    if (handle == IntPtr.Zero) return "";
    StringBuilder name = new StringBuilder(1024);
    int length = name.Capacity;
    bool isKnown = QueryFullProcessImageNameW(handle, 0, name, ref length);
    CloseHandle(handle);
    return isKnown ? name.ToString() : "";
  }

  static string Quote(string text) {
    StringBuilder quoted = new StringBuilder("\"");
    foreach (char c in text) {
      if (c == '"' || c == '\\') quoted.Append('\\').Append(c);
      else if (c < ' ' || c > '~') quoted.Append("\\u").Append(((int)c).ToString("x4"));
      else quoted.Append(c);
    }
    return quoted.Append('"').ToString();
  }
}
'@
[MirrorWindows]::Run()
